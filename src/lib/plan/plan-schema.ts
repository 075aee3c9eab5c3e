import { locales } from './locale.ts';

/**
 * The published shape of `/plan.json` (JSON Schema 2020-12), served as `/plan.schema.json`. It says the same as `plan.ts`
 * to readers in other languages; the tests hold the published plan against it.
 */
const id = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' } as const;
const sentenceId = { type: 'string', pattern: '^s[0-9]{3}$' } as const;
const text = { type: 'string', minLength: 1 } as const;
const date = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' } as const;
const offset = { type: 'integer', minimum: 0 } as const;
const words = { $ref: '#/$defs/words' } as const;

/** An object that has these members, all but the optional ones, and no others. */
function record<const Members extends Record<string, object>>(
	description: string,
	members: Members,
	optional: readonly (keyof Members & string)[] = []
) {
	return {
		description,
		type: 'object',
		additionalProperties: false,
		required: Object.keys(members).filter((name) => !optional.some((one) => one === name)),
		properties: members
	} as const;
}

function list(items: object) {
	return { type: 'array', items } as const;
}

function idList(items: object) {
	return { type: 'array', items, uniqueItems: true } as const;
}

const section = record('A section of the text with its heading; sections may hold others.', {
	id: { ...text, description: 'Never changes.' },
	heading: text,
	start: offset,
	end: offset
});

const sentence = record(
	'A sentence of the text. It is on at least one card, or left off with a reason.',
	{
		id: { ...sentenceId, description: 'Numbers the sentences in order; never changes.' },
		section: text,
		start: offset,
		end: offset,
		cards: { ...idList(id), description: 'The cards that rest on it.' },
		omitted: { ...words, description: 'Why it is on no card.' }
	},
	['omitted']
);

const quotation = record('Words of the source text: source.text.slice(start, end) === quote.', {
	start: offset,
	end: offset,
	quote: text,
	sentence: sentenceId
});

const citation = record('A later public page.', {
	url: { ...text, format: 'uri' },
	title: text,
	publisher: text,
	date
});

const figure = {
	...record(
		'A number of the text, of a later source, or worked out from others (derived); each with its evidence.',
		{
			id,
			indicator: { ...words, description: 'What is counted.' },
			kind: { enum: ['result', 'target', 'rank', 'streak', 'composition', 'derived', 'outcome'] },
			value: {
				description: 'As published, in `unit`; a composition has one number for each part.',
				oneOf: [{ type: 'number' }, { type: 'array', items: { type: 'number' }, minItems: 2 }]
			},
			unit: { type: 'string', description: 'As published: 亿元, 万只, ‰.' },
			qualifier: {
				...text,
				description:
					'What the text says beside the number: 以上 (at least), 多 (more than), 约, 增长, 提高, 减少, 连续; two are joined by “…”.'
			},
			strength: { enum: ['确保', '力争', '争创', '推进'], description: 'How firm a target is.' },
			period: { type: 'string', pattern: '^[0-9]{4}$', description: 'The year it is of.' },
			shown: { ...words, description: 'As it reads on a card.' },
			parts: { type: 'array', items: words, minItems: 2, description: 'What a composition’s numbers are of.' },
			evidence: { oneOf: [{ $ref: '#/$defs/quotation' }, { $ref: '#/$defs/citation' }] },
			formula: { ...text, description: 'How a derived figure is worked out, over figure ids.' },
			inputs: { ...idList(id), description: 'The figures in the formula.' }
		},
		['qualifier', 'strength', 'parts', 'evidence', 'formula', 'inputs']
	),
	allOf: [
		{
			if: { properties: { kind: { const: 'derived' } } },
			then: { required: ['formula', 'inputs'], not: { required: ['evidence'] } },
			else: { required: ['evidence'], not: { anyOf: [{ required: ['formula'] }, { required: ['inputs'] }] } }
		},
		{
			if: { properties: { kind: { const: 'composition' } } },
			then: { required: ['parts'], properties: { value: { type: 'array' } } },
			else: { not: { required: ['parts'] }, properties: { value: { type: 'number' } } }
		},
		{
			if: { properties: { kind: { const: 'outcome' } } },
			then: { properties: { evidence: { $ref: '#/$defs/citation' } } },
			else: { properties: { evidence: { $ref: '#/$defs/quotation' } } }
		},
		{ if: { required: ['strength'] }, then: { properties: { kind: { const: 'target' } } } }
	]
} as const;

const topic = record('A topic: a deck of cards.', {
	id,
	name: words,
	lead: { ...id, description: 'The card that stands for the topic on the home page.' },
	cards: idList(id)
});

const chart = record('A chart, drawn from figures only.', {
	type: { enum: ['bar', 'doughnut', 'rates'] },
	figures: { ...idList(id), minItems: 1, description: 'In the order they are drawn.' },
	caption: words
});

const card = record(
	'A card: one idea of the plan in plain words.',
	{
		id,
		topic: id,
		also: { ...idList(id), description: 'Further topics whose deck shows it too.' },
		kind: { enum: ['number', 'list', 'gap', 'caveat'] },
		title: words,
		body: words,
		hero: { ...id, description: 'The figure set large.' },
		figures: { ...idList(id), description: 'Every figure the card shows or rests on.' },
		sentences: { ...idList(sentenceId), description: 'The sentences it rests on.' },
		quote: { ...text, description: 'The words of the plan at its foot.' },
		chart
	},
	['also', 'hero', 'quote', 'chart']
);

const outcome = record(
	'What became of a target.',
	{
		target: {
			description: 'A target figure, or a sentence that promises something in words.',
			anyOf: [sentenceId, id]
		},
		outcome: { description: 'An outcome figure, or a text.', oneOf: [id, words] },
		status: { enum: ['met', 'exceeded', 'partly', 'not-met', 'no-target'] }
	},
	['target']
);

const update = record(
	'Something new about the plan, newest first.',
	{
		id,
		date,
		kind: { enum: ['number', 'status', 'text', 'new', 'correction'] },
		topics: { ...idList(id), minItems: 1 },
		cards: { ...idList(id), minItems: 1 },
		title: words,
		body: words,
		citation: { $ref: '#/$defs/citation' },
		corrects: { ...idList(id), minItems: 1, description: 'Updates that told what this one corrects.' },
		notify: { type: 'boolean', description: 'Whether followers are notified.' },
		outcomes: { ...list(outcome), minItems: 1 }
	},
	['corrects', 'outcomes']
);

export const planSchema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$id: '/plan.schema.json',
	title: 'A city’s yearly plan as checked open data',
	...record(
		'Every number leads to its words in the source. Offsets are UTF-16 code units into source.text; `end` is exclusive.',
		{
			version: { type: 'string', pattern: '^[0-9a-f]{12}$', description: 'Hash of everything else here.' },
			id,
			title: words,
			city: words,
			published: date,
			publisher: text,
			sourceUrl: { ...text, format: 'uri' },
			summary: { const: true, description: 'The text is a summary: what is absent is “not in this summary”.' },
			source: record('The published text, byte for byte.', {
				text,
				sha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'Of the text in UTF-8.' }
			}),
			sections: list(section),
			sentences: list(sentence),
			figures: list(figure),
			topics: list(topic),
			cards: list(card),
			updates: list(update)
		},
		['sourceUrl']
	),
	$defs: {
		words: record(
			'One text in Chinese and in each other language (unofficial translations).',
			Object.fromEntries(locales.map((locale) => [locale, text]))
		),
		quotation,
		citation
	}
} as const;
