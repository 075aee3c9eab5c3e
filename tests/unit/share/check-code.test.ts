import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabet, codeFrom } from '../../../src/lib/plan/check-code.ts';
import { checkPath, readCode, shownCode } from '../../../src/lib/share/check-code.ts';

const digest = fc.stringMatching(/^[0-9a-f]{16}$/);
const code = digest.map(codeFrom);
const place = fc.nat({ max: 6 });

const put = (code: string, at: number, character: string) => code.slice(0, at) + character + code.slice(at + 1);

describe('a check code', () => {
	test('has seven characters, none of which is read as another', () => {
		fc.assert(fc.property(code, (code) => /^[2-9A-HJKMNP-Z]{7}$/.test(code)));
	});

	test('is read however it was typed', () => {
		const typed = [
			(code: string) => code,
			(code: string) => code.toLowerCase(),
			shownCode,
			(code: string) => ` ${[...code].join(' ')}\n`,
			(code: string) => Array.from(code, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')
		];
		fc.assert(
			fc.property(code, fc.constantFrom(...typed), (code, write) => {
				expect(readCode(write(code))).toEqual({ kind: 'code', code });
			})
		);
	});

	test('is damaged when one character is another', () => {
		fc.assert(
			fc.property(code, place, fc.constantFrom(...Array.from(alphabet)), (code, at, other) => {
				fc.pre(code.charAt(at) !== other);
				expect(readCode(put(code, at, other))).toEqual({ kind: 'damaged' });
			})
		);
	});

	test('is damaged when two characters changed places', () => {
		fc.assert(
			fc.property(code, place, place, (code, one, other) => {
				fc.pre(code.charAt(one) !== code.charAt(other));
				const swapped = put(put(code, one, code.charAt(other)), other, code.charAt(one));
				expect(readCode(swapped)).toEqual({ kind: 'damaged' });
			})
		);
	});

	test('is damaged whatever else stands there', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				const read = readCode(text);
				return read.kind === 'damaged' || /^[2-9A-HJKMNP-Z]{7}$/.test(read.code);
			})
		);
		expect(readCode('')).toEqual({ kind: 'damaged' });
	});

	test('leads to a page in the picture’s language', () => {
		expect(checkPath('K7M3QW2', 'zh')).toBe('/v/K7M3QW2');
		expect(checkPath('K7M3QW2', 'en')).toBe('/en/v/K7M3QW2');
	});
});
