/** What the page of a check code says: the verdict on a picture, in one language and as plain data. */
import type { Lookup } from '$lib/plan/content/lookup';
import type { Locale } from '$lib/plan/locale';
import type { Plan } from '$lib/plan/plan';
import { retiredCard } from '$lib/plan/retired';
import { checkCodeOf } from '$lib/plan/statement';
import { verdictOn, type Verdict } from '$lib/plan/verdict';
import { cardView } from '$lib/plan/view';
import { cardText } from './card-text';
import { withCard, type Answer, type Checked, type CheckedCard, type KnownCodes } from './known-codes';

/** Answers codes in one language. */
export class Checker {
	readonly #plan: Plan;
	readonly #lookup: Lookup;
	readonly #locale: Locale;

	constructor(plan: Plan, lookup: Lookup, locale: Locale) {
		this.#plan = plan;
		this.#lookup = lookup;
		this.#locale = locale;
	}

	/** @param text a code as somebody typed or scanned it; it is not repeated in the answer */
	check(text: string): Checked {
		return withCard(this.#answer(verdictOn(this.#plan, this.#editions, text)), (id) => this.#card(id));
	}

	/** The answers to all codes that were ever given out. */
	known(): KnownCodes {
		const codes = new Set([
			...this.#plan.cards.flatMap(({ id }) => checkCodeOf(this.#plan, id) ?? []),
			...this.#editions.flatMap(({ cards }) => Object.values(cards).map(({ code }) => code))
		]);
		const answers: KnownCodes['answers'] = {};
		for (const code of codes) answers[code] = this.#answer(verdictOn(this.#plan, this.#editions, code));
		const cards = this.#plan.cards.flatMap(({ id }): [string, CheckedCard][] => {
			const card = this.#card(id);
			return card ? [[id, card]] : [];
		});
		return { answers, cards: Object.fromEntries(cards) };
	}

	get #editions() {
		return this.#lookup.content.editions.value;
	}

	#answer(verdict: Verdict): Answer {
		const locale = this.#locale;
		switch (verdict.kind) {
			case 'damaged':
			case 'unknown':
				return { kind: verdict.kind };
			case 'current':
				return verdict;
			case 'retired': {
				const { card, edition, title } = verdict;
				const retired = retiredCard(this.#lookup, card);
				return {
					kind: 'retired',
					title,
					edition,
					date: retired?.date ?? '',
					why: retired?.why[locale] ?? '',
					...(retired?.successor ? { card: retired.successor.id } : {})
				};
			}
			case 'corrected':
			case 'outdated':
			case 'reworded':
				return {
					kind: verdict.kind,
					card: verdict.card,
					edition: verdict.edition,
					changes: verdict.changes.map(({ figure, said, now }) => ({
						...this.#named(figure, now),
						said
					})),
					updates: verdict.updates.map(({ id, date, title, body }) => ({
						id,
						date,
						title: title[locale],
						body: body[locale]
					}))
				};
		}
	}

	/** A figure that is still on its card says what it now is in the reader's language. */
	#named(id: string, now: string | undefined): { name: string; now?: string } {
		const figure = this.#plan.figures.find((figure) => figure.id === id);
		if (!figure) return { name: id, ...(now === undefined ? {} : { now }) };
		const { indicator, period, shown } = figure;
		const name = indicator[this.#locale];
		return { name, ...(now === undefined ? {} : { now: `${period} ${shown[this.#locale]}` }) };
	}

	#card(id: string): CheckedCard | undefined {
		const entry = this.#lookup.cards.get(id)?.value;
		if (!entry) return undefined;
		const view = cardView(this.#plan, this.#lookup, entry, this.#locale);
		const title = view.title.map(({ text }) => text).join('');
		return {
			topic: view.topic,
			title: title.replaceAll('|', ''),
			text: cardText(view),
			...(view.quote ? { quote: view.quote } : {})
		};
	}
}
