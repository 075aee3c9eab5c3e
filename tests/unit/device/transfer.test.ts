import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTransfer, encodeTransfer, TransferError, type Transfer } from '../../../src/lib/device/transfer.ts';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ids = (count: number) => Array.from({ length: count }, (_, place) => `topic-${place}`);
const thirteen = ids(13);
const some: Transfer = { follows: ['topic-0', 'topic-4', 'topic-12'], locale: 'en', list: true };

const anyTransfer = fc.integer({ min: 0, max: 40 }).chain((count) =>
	fc.record({
		topics: fc.constant(ids(count)),
		transfer: fc.record({
			follows: fc.subarray(ids(count)),
			locale: fc.constantFrom('zh', 'en'),
			list: fc.boolean()
		})
	})
);

function faultOf(code: string, topics = thirteen): string {
	try {
		return `read: ${decodeTransfer(code, topics).follows.join()}`;
	} catch (error) {
		return error instanceof TransferError ? error.fault : String(error);
	}
}

const replaced = (code: string, place: number, by: string) => code.slice(0, place) + by + code.slice(place + 1);

test('a code carries follows, language and view', () => {
	fc.assert(
		fc.property(anyTransfer, ({ topics, transfer }) => {
			const code = encodeTransfer(transfer, topics);
			expect(code).toMatch(topics.length > 20 ? /^(\w{4}-){2}\w{4}$/ : /^\w{4}-\w{4}$/);
			expect(decodeTransfer(code, topics)).toEqual(transfer);
		})
	);
});

test('a code stays what it is: old ones are in messages and on paper', () => {
	expect(encodeTransfer(some, thirteen)).toBe('3208-00XJ');
});

test('a follow that the plan does not know is left out', () => {
	const code = encodeTransfer({ ...some, follows: ['topic-1', 'gone'] }, thirteen);
	expect(decodeTransfer(code, thirteen).follows).toEqual(['topic-1']);
});

test('topics that were added to the end of the plan do not matter', () => {
	expect(decodeTransfer(encodeTransfer(some, thirteen), ids(20))).toEqual(some);
});

test('there is no code for more than 40 topics', () => {
	expect(() => encodeTransfer(some, ids(41))).toThrow(RangeError);
});

describe('a code is read', () => {
	test.each([
		['in lower case', (code: string) => code.toLowerCase()],
		['without its hyphen', (code: string) => code.replaceAll('-', '')],
		['with spaces and line breaks', (code: string) => ` ${code.replaceAll('-', ' \n')}\u3000`],
		['with other dashes', (code: string) => code.replaceAll('-', '—')],
		['with what chat apps hide in it', (code: string) => `\u200b${code}\u200e`],
		['in full width', (code: string) => code.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
		['with O for 0', (code: string) => code.replaceAll('0', 'O')],
		['with o for 0', (code: string) => code.replaceAll('0', 'o')],
		['with I for 1', (code: string) => code.replaceAll('1', 'I')],
		['with l for 1', (code: string) => code.replaceAll('1', 'l')]
	])('%s', (_, typed) => {
		fc.assert(
			fc.property(anyTransfer, ({ topics, transfer }) => {
				expect(decodeTransfer(typed(encodeTransfer(transfer, topics)), topics)).toEqual(transfer);
			})
		);
	});
});

describe('what is typed wrong is found', () => {
	const codes = [
		encodeTransfer(some, thirteen),
		encodeTransfer({ follows: [], locale: 'zh', list: false }, thirteen),
		encodeTransfer({ follows: ids(40), locale: 'zh', list: true }, ids(40))
	].map((code) => code.replaceAll('-', ''));

	test.each(codes)('any one character of %s', (code) => {
		for (let place = 0; place < code.length; place++) {
			for (const digit of digits + 'U?中') {
				if (digit !== code[place]) expect(faultOf(replaced(code, place, digit), ids(40))).toBe('damaged');
			}
		}
	});

	test.each(codes)('any two neighbours of %s, exchanged', (code) => {
		for (let place = 0; place + 1 < code.length; place++) {
			const [one, two] = [code.charAt(place), code.charAt(place + 1)];
			if (one === two) continue;
			expect(faultOf(replaced(replaced(code, place, two), place + 1, one), ids(40))).toBe('damaged');
		}
	});

	test.each([
		['empty', ''],
		['empty', ' - '],
		['length', '3208'],
		['length', '3208-00X'],
		['length', '3208-00XJ-0'],
		['length', '3208-00XJ-0000-0000'],
		['damaged', '3208-00X中'],
		['damaged', '3208-00XU']
	])('%s: %j', (fault, code) => {
		expect(faultOf(code)).toBe(fault);
	});
});

describe('a newer app’s code', () => {
	test('is told from a damaged one by its version', () => {
		// Version 2: found by trying the last two characters, where the check is, until it fits.
		const made = digits.split('').flatMap((one) => digits.split('').map((two) => faultOf(`520800${one}${two}`)));
		expect(new Set(made)).toEqual(new Set(['damaged', 'newer']));
	});

	test('is one that follows a topic which this plan does not have', () => {
		const code = encodeTransfer({ ...some, follows: ['topic-13'] }, ids(14));
		expect(faultOf(code)).toBe('newer');
	});
});
