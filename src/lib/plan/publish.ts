import { createHash } from 'node:crypto';
import type { Lookup } from './content/lookup.ts';
import { chartFigures, figuresOfCard } from './content/named.ts';
import type { CardEntry, FigureEntry, UpdateEntry } from './content/schema.ts';
import { inputsOf } from './derivation.ts';
import { phrase } from './figure-text.ts';
import { languages } from './languages/index.ts';
import { inEachLocale, type Words } from './locale.ts';
import type { Card, Citation, Figure, Plan, Quotation, Update } from './plan.ts';

/** The checked content as open data. Call it only when `checkContent` found nothing. */
export function publish(lookup: Lookup): Plan {
	const { content } = lookup;
	const { id, city, published, publisher, sourceUrl, title } = content.plan.value;
	const cards = content.cards.map(({ value }) => publishCard(lookup, value));
	const reasons = new Map(content.omitted.value.map(({ sentence, reason }) => [sentence, reason]));
	const plan: Omit<Plan, 'version'> = {
		id,
		title: fill(lookup, title),
		city: fill(lookup, city),
		published,
		publisher,
		...(sourceUrl === undefined ? {} : { sourceUrl }),
		summary: true,
		source: { text: content.source, sha256: sha256(content.source) },
		sections: content.outline.value.map(({ id, heading, start, end }) => ({ id, heading, start, end })),
		sentences: [...lookup.sentences.values()]
			.sort((a, b) => a.start - b.start)
			.map(({ id, section, start, end }) => {
				const omitted = reasons.get(id);
				return {
					id,
					section,
					start,
					end,
					cards: cards.filter(({ sentences }) => sentences.includes(id)).map((card) => card.id),
					...(omitted ? { omitted: fill(lookup, omitted) } : {})
				};
			}),
		figures: [...content.figures].map(([id, { value }]) => publishFigure(lookup, id, value)),
		topics: content.topics.value.topics.map(({ id, name, lead }) => ({
			id,
			name,
			lead,
			cards: [...cards.filter(({ topic }) => topic === id), ...cards.filter(({ also }) => also?.includes(id))].map(
				(card) => card.id
			)
		})),
		cards,
		updates: content.updates
			.map(({ value }) => publishUpdate(lookup, value))
			.sort((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id))
	};
	return { version: sha256(JSON.stringify(plan)).slice(0, 12), ...plan };
}

function publishFigure(lookup: Lookup, id: string, figure: FigureEntry): Figure {
	const { kind, value, unit, qualifier, period } = figure;
	return {
		id,
		indicator: fill(lookup, figure.indicator),
		kind,
		value,
		unit,
		...(qualifier === undefined ? {} : { qualifier }),
		...(figure.kind === 'target' && figure.strength !== undefined ? { strength: figure.strength } : {}),
		period,
		shown: inEachLocale((locale) => phrase(figure, lookup.unit(figure), locale)),
		...(figure.kind === 'composition' ? { parts: figure.parts.map((words) => fill(lookup, words)) } : {}),
		...(figure.kind === 'derived'
			? { formula: figure.formula, inputs: inputsOf(figure.formula) }
			: { evidence: figure.kind === 'outcome' ? citation(lookup, figure.citation) : quotation(lookup, figure) })
	};
}

function publishCard(lookup: Lookup, card: CardEntry & { topic: string }): Card {
	const { id, topic, also, kind, title, hero, sentences, quote, chart } = card;
	return {
		id,
		topic,
		...(also.length > 0 ? { also } : {}),
		kind,
		title: fill(lookup, title),
		body: inEachLocale((locale) =>
			[...(card.body ? [card.body[locale]] : []), ...card.items.map((item) => item[locale])]
				.map((text) => lookup.plain(text, locale))
				.reduce((body, text) => body + languages[locale].between(body) + text)
		),
		...(hero === undefined ? {} : { hero }),
		figures: figuresOfCard(lookup, card),
		sentences,
		...(quote === undefined ? {} : { quote }),
		...(chart
			? { chart: { type: chart.type, figures: [...chartFigures(lookup, card)], caption: fill(lookup, chart.caption) } }
			: {})
	};
}

function publishUpdate(lookup: Lookup, update: UpdateEntry & { id: string }): Update {
	const { id, date, kind, topics, cards, corrects, notify, outcomes } = update;
	return {
		id,
		date,
		kind,
		topics,
		cards,
		title: fill(lookup, update.title),
		body: fill(lookup, update.body),
		citation: citation(lookup, update.citation),
		...(corrects.length > 0 ? { corrects } : {}),
		notify,
		...(outcomes.length === 0
			? {}
			: {
					outcomes: outcomes.map(({ target, outcome, status }) => ({
						...(target === undefined ? {} : { target }),
						outcome: typeof outcome === 'string' ? outcome : fill(lookup, outcome),
						status
					}))
				})
	};
}

function fill(lookup: Lookup, words: Words): Words {
	return inEachLocale((locale) => lookup.plain(words[locale], locale));
}

function quotation(lookup: Lookup, { sentence: id, quote }: Extract<FigureEntry, { quote: string }>): Quotation {
	const sentence = lookup.sentences.get(id);
	if (!sentence) throw new Error(`there is no sentence ${id}`);
	const start = sentence.start + sentence.text.indexOf(quote);
	return { start, end: start + quote.length, quote, sentence: id };
}

function citation(lookup: Lookup, id: string): Citation {
	const found = lookup.citation(id);
	if (!found) throw new Error(`there is no citation ${id}`);
	const { url, title, publisher, date } = found;
	return { url, title, publisher, date };
}

function sha256(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}
