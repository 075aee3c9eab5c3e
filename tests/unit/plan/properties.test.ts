/** What must hold for any number and any text, not only for the ones somebody thought of. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, spelled, times } from '../../../src/lib/plan/decimal.ts';
import { published } from '../../../src/lib/plan/as-printed.ts';
import { englishNumber } from '../../../src/lib/plan/languages/en.ts';
import { findProblems, loadPlan } from '../../../src/lib/plan/load.ts';
import { looseDigits, namesIn, parseText } from '../../../src/lib/plan/text.ts';
import { addFigure, lastSentence, testFolder } from './folder.ts';

/** Numbers as statistics print them: up to nine digits before the point and four after it. */
const printedNumber = fc
	.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 4 }))
	.map(([whole, fraction, places]) => ({
		whole,
		fraction: places === 0 ? '' : String(fraction % 10 ** places).padStart(places, '0')
	}))
	.map(({ whole, fraction }) => Number(fraction === '' ? String(whole) : `${whole}.${fraction}`));

const scale = fc.constantFrom(1, 10, 100, 1000, 10_000, 1_000_000, 100_000_000, 1_000_000_000_000);

/** “1,234.5 million” as digits and a power of ten, so that it can be compared exactly. */
function valueOf(english: string): { digits: bigint; places: number } {
	const [number = '', multiplier] = english.replaceAll(',', '').split(' ');
	const [whole = '', fraction = ''] = number.split('.');
	const power = multiplier === 'billion' ? 9 : multiplier === 'million' ? 6 : 0;
	return { digits: BigInt(whole + fraction) * 10n ** BigInt(power), places: fraction.length };
}

function sameValue(a: { digits: bigint; places: number }, b: { digits: bigint; places: number }): boolean {
	return a.digits * 10n ** BigInt(b.places) === b.digits * 10n ** BigInt(a.places);
}

describe('numbers', () => {
	test('in English equal the published number times its multiplier, exactly', () => {
		fc.assert(
			fc.property(printedNumber, scale, (value, factor) => {
				const [whole = '', fraction = ''] = String(value).split('.');
				const exact = { digits: BigInt(whole + fraction) * BigInt(factor), places: fraction.length };
				return sameValue(valueOf(englishNumber(value, factor)), exact);
			}),
			{ numRuns: 2000 }
		);
	});

	test('in English are grouped by three and have no zero at the end of a fraction', () => {
		fc.assert(
			fc.property(printedNumber, scale, (value, factor) => {
				expect(englishNumber(value, factor)).toMatch(/^\d{1,3}(,\d{3})*(\.\d*[1-9])?( (million|billion))?$/);
			})
		);
	});

	test('as published read back as themselves, alone and in a composition', () => {
		fc.assert(
			fc.property(fc.array(printedNumber, { minLength: 1, maxLength: 5 }), (values) => {
				expect(published(values).split('∶').map(Number)).toEqual(values);
				for (const value of values) expect(Number(published(value))).toBe(value);
			})
		);
	});

	test('of any size are decimals without loss, exponents included', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
				expect(Number(spelled(decimal(value)).replaceAll(',', ''))).toBe(Object.is(value, -0) ? 0 : value);
				expect(sameValue(times(decimal(value), 1), decimal(value))).toBe(true);
			})
		);
	});
});

/** Texts with Chinese, digits, braces and characters of two UTF-16 units. */
const character = fc.constantFrom(
	'增',
	'长',
	'样',
	'1',
	'９',
	'{',
	'}',
	':',
	'n',
	'|',
	' ',
	'，',
	'𠮷',
	'😀',
	'a',
	'½'
);
const anyText = fc.array(character, { maxLength: 40 }).map((characters) => characters.join(''));
const words = fc
	.array(fc.constantFrom('增', '样', '，', 'a', ' ', '𠮷'), { maxLength: 8 })
	.map((characters) => characters.join(''));
const digits = fc
	.array(fc.constantFrom('0', '7', '９', '０', '②', '½'), { minLength: 1, maxLength: 5 })
	.map((characters) => characters.join(''));

describe('a text', () => {
	test('is its tokens joined again, whatever it holds', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const joined = parseText(text).map((token) =>
					token.kind === 'words' ? token.words : `{${token.name}${token.bare ? ':n' : ''}}`
				);
				expect(joined.join('')).toBe(text);
			})
		);
	});

	test('never hides a digit outside its tokens', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(words, digits, words, fc.constantFrom('{jobs-2020}', '{2020}', '{8+N}', ''))),
				(parts) => {
					const text = parts.map(([before, number, after, token]) => before + number + after + token).join('');
					expect(looseDigits(text).join('')).toBe(parts.map(([, number]) => number).join(''));
				}
			)
		);
	});

	test('holds no digit when all of them are in tokens', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(words, fc.constantFrom('jobs-2020', '2020', '8+N', 'jobs-2020:n'))), (parts) => {
				const text = parts.map(([before, name]) => `${before}{${name}}`).join('');
				expect(looseDigits(text)).toEqual([]);
				expect(namesIn(text)).toEqual(parts.map(([, name]) => name.replace(/:n$/, '')));
			})
		);
	});
});

/** Any sentence with one number in it, and any stretch of it that holds the number. */
const filling = fc
	.array(fc.constantFrom('样', '例', '𠮷', '😀', ',', '、', '“', '”', '(', 'é', 'a', '\u0301', '∶', '—'), {
		maxLength: 12
	})
	.map((characters) => characters.join(''));
const quoted = fc.tuple(filling, filling, fc.nat(), fc.nat()).map(([before, after, from, to]) => ({
	sentence: `样${before}有7个${after}。`,
	quote: `样${before}`.slice(from % (before.length + 2)) + '有7个' + after.slice(0, to % (after.length + 1))
}));

describe('a quote', () => {
	const quoting = (sentence: string, quote: string) =>
		testFolder(
			lastSentence(sentence),
			addFigure('seven', { value: '7', unit: '个', sentence: 's013', quote: JSON.stringify(quote) })
		);

	test('cut anywhere from any sentence stands at its published offsets', () => {
		fc.assert(
			fc.property(quoted, ({ sentence, quote }) => {
				const { plan } = loadPlan(quoting(sentence, quote));
				const evidence = plan.figures.find(({ id }) => id === 'seven')?.evidence;
				if (!evidence || !('quote' in evidence)) throw new Error('no quotation');
				expect(plan.source.text.slice(evidence.start, evidence.end)).toBe(quote);
				expect(evidence.quote).toBe(quote);
			}),
			{ numRuns: 40 }
		);
	});

	test('with one character changed is always refused', () => {
		const other = fc.constantFrom('，', 'x', '0', '０', '市', ' ');
		fc.assert(
			fc.property(quoted, fc.nat(), other, ({ sentence, quote }, place, character) => {
				const at = place % quote.length;
				const changed = quote.slice(0, at) + character + quote.slice(at + 1);
				// Half of a surrogate pair is no text that YAML could hold.
				fc.pre(changed.isWellFormed());
				expect(findProblems(quoting(sentence, changed))).toMatchObject([
					{ file: 'figures/money.yaml', what: 'the quote does not stand in s013' }
				]);
			}),
			{ numRuns: 60 }
		);
	});
});
