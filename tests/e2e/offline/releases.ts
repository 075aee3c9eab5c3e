import type { Edit } from './edit.ts';

const content = 'src/content/jinhua-2021';

/** Growth of GDP and of incomes in 2021, as a release gives them. */
function growth(gdp: string, income: string): Edit[] {
	return [
		[`${content}/facts.yaml`, /增长9\.8%/, `增长${gdp}%`],
		[`${content}/figures/economy.yaml`, /增长9\.8%/g, `增长${gdp}%`],
		[`${content}/figures/economy.yaml`, /value: 9\.8\n/, `value: ${gdp}\n`],
		[`${content}/facts.yaml`, /增长10\.5%/, `增长${income}%`],
		[`${content}/figures/jobs.yaml`, /增长10\.5%/g, `增长${income}%`],
		[`${content}/figures/jobs.yaml`, /value: 10\.5\n/, `value: ${income}\n`]
	];
}

function update(date: string, kind: 'number' | 'correction', topic: string, card: string, title: string): Edit {
	const lines = [
		`kind: ${kind}`,
		`date: ${date}`,
		`topics: [${topic}]`,
		`cards: [${card}]`,
		`title: { zh: ${title}, en: News }`,
		'body: { zh: 一条试验的更新。, en: A trial update. }',
		'citation: report-2022',
		'notify: true\n'
	];
	return [`${content}/updates/${date}-${card}.yaml`, /^/, lines.join('\n')];
}

const correction = update('2022-05-06', 'correction', 'economy', 'gdp', '增速更正');
/** Scripts get other names, those that draw the charts among them. */
const scripts = (size: string): Edit => ['src/lib/chart/colours.ts', /0\.875/, size];

/** A card's id goes for another one, and one that was there once goes for none. */
const retired: Edit[] = [
	[`${content}/cards/city.yaml`, /- id: metro-area\n/, '- id: larger-metro-area\n'],
	[
		`${content}/retired.yaml`,
		/^/,
		`metro-area:
  date: 2022-05-06
  topics: [city]
  successor: larger-metro-area
  why: { zh: 换了一张卡片, en: Another card says it }
city-walls:
  date: 2022-05-06
  topics: [city]
  why: { zh: 计划里没有这件事了, en: The plan has it no more }
`
	]
];

/** Releases after the first, which is the project as it stands: what each has in its sources that the first has not. */
export const releases = {
	second: [
		...growth('9.9', '10.6'),
		correction,
		update('2022-05-06', 'number', 'jobs', 'incomes-2021', '收入第一次变'),
		...retired,
		scripts('0.88')
	],
	third: [
		...growth('9.9', '10.7'),
		correction,
		update('2022-05-20', 'number', 'jobs', 'incomes-2021', '收入第二次变'),
		scripts('0.89')
	]
} satisfies Record<string, Edit[]>;

/** The day of the newest update, which the home page shows: it tells which release a page is of. */
export const editions = { first: '2022-04-25', second: '2022-05-06', third: '2022-05-20' } as const;
/** The growth of GDP in 2021, in per cent. */
export const growths = { first: '9.8', second: '9.9', third: '9.9' } as const;
export type Release = keyof typeof editions;
