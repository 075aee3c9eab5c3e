/** Prometheus text for numbers that are kept in the database. Pure: https://prometheus.io/docs/instrumenting/exposition_formats */

export interface Family {
	name: string;
	help: string;
	type: 'counter' | 'gauge' | 'histogram';
	samples: Sample[];
}

export interface Sample {
	/** Of a histogram. */
	part?: 'bucket' | 'sum' | 'count';
	labels?: Record<string, string>;
	value: number;
}

export function exposition(families: readonly Family[]): string {
	return families
		.map(({ name, help, type, samples }) => {
			const lines = samples.map(
				({ part, labels = {}, value }) =>
					`${name}${part === undefined ? '' : `_${part}`}${labelText(labels)} ${numberText(value)}\n`
			);
			return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
		})
		.join('');
}

/**
 * The samples of a histogram.
 * @param counted by upper bound, each with what fell between it and the bound before; the last bound is Infinity
 */
export function histogram(counted: readonly { upTo: number; count: number }[], sum: number): Sample[] {
	let count = 0;
	const buckets = counted.map((bucket): Sample => {
		count += bucket.count;
		return { part: 'bucket', labels: { le: numberText(bucket.upTo) }, value: count };
	});
	return [...buckets, { part: 'sum', value: sum }, { part: 'count', value: count }];
}

function labelText(labels: Record<string, string>): string {
	const escaped = (value: string) => value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
	const texts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
	return texts.length === 0 ? '' : `{${texts.join(',')}}`;
}

function numberText(value: number): string {
	return value === Infinity ? '+Inf' : String(value);
}
