import type { Lookup } from '../content/lookup.ts';
import type { CardEntry } from '../content/schema.ts';
import { figuresOfCard, namesOfCard } from '../content/named.ts';
import { languages } from '../languages/index.ts';
import { locales } from '../locale.ts';
import type { Problem } from '../problem.ts';

/** Characters of the plan’s own words at a card’s foot. */
const longestQuote = 60;

/** Each card by itself: lengths, ids, what its kind needs, and that its sentences hold what it names. */
export function checkCards(lookup: Lookup): Problem[] {
	const seen = new Set<string>();
	const topics = new Set(lookup.content.topics.value.topics.map(({ id }) => id));
	return lookup.content.cards.flatMap(({ value: card, problem }) => {
		const problems: Problem[] = [];
		if (seen.has(card.id)) problems.push(problem(['id'], `there are two cards “${card.id}”`, 'give one another id.'));
		seen.add(card.id);
		if (!topics.has(card.topic))
			problems.push(problem([], `there is no topic “${card.topic}”`, 'name the file after a topic of topics.yaml.'));
		for (const topic of card.also) {
			if (!topics.has(topic)) problems.push(problem(['also'], `there is no topic “${topic}”`, 'see topics.yaml.'));
			if (topic === card.topic)
				problems.push(problem(['also'], `the card is in “${topic}” already`, 'take it out of also.'));
		}
		for (const [path, what, mend] of [
			...lengths(lookup, card),
			...parts(card),
			...references(lookup, card),
			...evidence(lookup, card)
		]) {
			problems.push(problem(path, what, mend));
		}
		return problems;
	});
}

type Finding = readonly [path: readonly (string | number)[], what: string, mend: string];

function lengths(lookup: Lookup, card: CardEntry): Finding[] {
	const findings: Finding[] = [];
	const parts = { title: [card.title], body: [...(card.body ? [card.body] : []), ...card.items] } as const;
	for (const part of ['title', 'body'] as const) {
		for (const locale of locales) {
			const { most, of, measure } = languages[locale][part === 'title' ? 'title' : 'text'];
			const length = measure(parts[part].map((words) => lookup.plain(words[locale], locale)).join(' '));
			if (length > most)
				findings.push([[part, locale], `${part} (${locale}) has ${length} ${of}, at most ${most}`, 'say it shorter.']);
		}
	}
	if ((card.quote?.length ?? 0) > longestQuote) {
		findings.push([
			['quote'],
			`the quote has ${card.quote?.length ?? 0} characters, at most ${longestQuote}`,
			'quote the decisive words.'
		]);
	}
	return findings;
}

function parts(card: CardEntry): Finding[] {
	const findings: Finding[] = [];
	if (card.kind === 'number' && card.hero === undefined && card.tiles.length === 0) {
		findings.push([['kind'], 'a number card has neither hero nor tiles', 'add one, or make it a list.']);
	}
	if (card.kind === 'list' && card.hero !== undefined) {
		findings.push([['items'], 'a list card has no hero', 'make it a number card.']);
	}
	if (card.items.length === 0 && !card.body) findings.push([['body'], 'the card has no text', 'add a body.']);
	if (card.tiles.length === 1) findings.push([['tiles'], 'one number alone is the hero', 'use hero instead.']);
	if (card.sentences.length === 0 && card.citation === undefined) {
		findings.push([['sentences'], 'the card rests on no sentence and no source', 'add sentences or a citation.']);
	}
	if (card.sentences.length > 0 && card.quote === undefined)
		findings.push([['quote'], 'the card quotes nothing', 'add the words it rests on.']);
	return findings;
}

function references(lookup: Lookup, card: CardEntry): Finding[] {
	const findings: Finding[] = [];
	for (const [path, ids] of [
		[['hero'], card.hero === undefined ? [] : [card.hero]],
		[['tiles'], card.tiles]
	] as const) {
		for (const id of ids) {
			if (!lookup.figure(id) && !lookup.excused(id))
				findings.push([path, `there is no figure “${id}”`, 'see figures/.']);
		}
	}
	for (const id of card.sentences) {
		if (!lookup.sentences.has(id)) findings.push([['sentences'], `there is no sentence ${id}`, 'see outline.yaml.']);
	}
	if (card.citation !== undefined && !lookup.citation(card.citation)) {
		findings.push([['citation'], `there is no citation “${card.citation}”`, 'see plan.yaml.']);
	}
	const texts = card.sentences.map((id) => lookup.sentences.get(id)?.text ?? '');
	const { quote } = card;
	if (quote !== undefined && !texts.some((text) => text.includes(quote))) {
		findings.push([['quote'], 'the quote is in none of the card’s sentences', `copy it from: ${texts.join(' ')}`]);
	}
	return findings;
}

/** What the card names must stand in the sentences it shows, or the reader's tap leads nowhere. */
function evidence(lookup: Lookup, card: CardEntry): Finding[] {
	const findings: Finding[] = [];
	for (const id of figuresOfCard(lookup, card)) {
		const figure = lookup.figure(id);
		if (figure && 'sentence' in figure && !card.sentences.includes(figure.sentence)) {
			findings.push([
				['sentences'],
				`the card names ${id}, but not its sentence ${figure.sentence}`,
				`add ${figure.sentence}.`
			]);
		}
	}
	const quoted = [
		...card.sentences.map((id) => lookup.sentences.get(id)?.text ?? ''),
		...(card.citation === undefined ? [] : lookup.facts(card.citation))
	].join(' ');
	for (const name of namesOfCard(lookup, card)) {
		if (!quoted.includes(name))
			findings.push([
				['sentences'],
				`the card names ${name}, which is in none of its sentences`,
				'add the sentence that holds it, or take the name out.'
			]);
	}
	return findings;
}
