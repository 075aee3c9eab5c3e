/** What a translator would hand in: a plan's English, said otherwise, as files that mirror the plan's own. */
import { parse, parseDocument, stringify, visit } from 'yaml';

type Folder = ReadonlyMap<string, string>;

/** The files of `languages/{locale}/`, made from the English that stands inline. */
export function translationOf(folder: Folder, locale: string, say: (english: string) => string): Map<string, string> {
	const files = [...folder].filter(([name]) => name.endsWith('.yaml') && !name.startsWith('languages/'));
	return new Map(
		files.flatMap(([name, text]) => {
			const said = saidIn(parse(text, { schema: 'core' }), say);
			return said === undefined ? [] : [[`languages/${locale}/${name}`, stringify(said, { lineWidth: 0 })]];
		})
	);
}

/** The folder without the English that stands inline. */
export function withoutEnglish(folder: Folder): Map<string, string> {
	return new Map(
		[...folder].map(([name, text]) => {
			if (!name.endsWith('.yaml')) return [name, text];
			const document = parseDocument(text, { schema: 'core' });
			visit(document, {
				Pair: (_, { key }) => (['en', 'unitEn', 'shownEn'].includes(String(key)) ? visit.REMOVE : undefined)
			});
			return [name, document.toString({ lineWidth: 0 })];
		})
	);
}

function saidIn(data: unknown, say: (english: string) => string): unknown {
	if (Array.isArray(data)) {
		const entries = data.map((item: unknown, index) => [nameOf(item) ?? String(index), saidIn(item, say)] as const);
		const isList = entries.length > 0 && entries.every(([name, said], index) => name === String(index) && said);
		return isList ? entries.map(([, said]) => said) : filled(entries);
	}
	if (!isRecord(data)) return undefined;
	const { en, unitEn, shownEn, ...others } = data;
	if (typeof en === 'string') return say(en);
	if (Array.isArray(en)) return en.map((text) => say(String(text)));
	return filled([
		...Object.entries(others).map(([key, value]) => [key, saidIn(value, say)] as const),
		...Object.entries({ unit: unitEn, shown: shownEn }).map(
			([key, value]) => [key, typeof value === 'string' ? say(value) : undefined] as const
		)
	]);
}

function filled(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> | undefined {
	const said = entries.filter(([, value]) => value !== undefined);
	return said.length > 0 ? Object.fromEntries(said) : undefined;
}

function nameOf(item: unknown): string | undefined {
	if (!isRecord(item)) return undefined;
	return [item.id, item.sentence, 'quote' in item ? item.zh : undefined].find((name) => typeof name === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
