import { locales, type Locale } from '../plan/locale.ts';

/**
 * What a reader carries to another device, or to the installed app on iOS, whose storage is its own: a code to type.
 *
 * Bits, first to last: version (4), topics followed (20, or 40 in a plan with more), settings (8), CRC-8 of all before
 * it (8); 8 or 12 characters in Crockford's base32 (https://www.crockford.com/base32.html). Later versions keep the
 * length, the first four bits and the last eight, so that an older app can tell a newer code from a damaged one.
 */
export interface Transfer {
	/** Ids, in the plan's order. */
	follows: string[];
	locale: Locale;
	/** Cards as a list, instead of one at a time. */
	list: boolean;
}

export type TransferFault = 'empty' | 'length' | 'damaged' | 'newer';

export class TransferError extends Error {
	override name = 'TransferError';
	readonly fault: TransferFault;

	constructor(fault: TransferFault) {
		super(`The transfer code is ${fault === 'length' ? 'of the wrong length' : fault}.`);
		this.fault = fault;
	}
}

type Bit = 0 | 1;

const version = 1;
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const [versionBits, settingsBits, checkBits] = [4, 8, 8];
const topicBits = [20, 40];
const lengths = topicBits.map((topics) => (versionBits + topics + settingsBits + checkBits) / 5);

/**
 * @param topics ids of the plan's topics. A code names them by their positions: a later plan may add to the end of the
 * list, and must not reorder it.
 */
export function encodeTransfer({ follows, locale, list }: Transfer, topics: readonly string[]): string {
	const places = topicBits.find((places) => topics.length <= places);
	if (places === undefined) throw new RangeError(`A transfer code has room for ${Math.max(...topicBits)} topics.`);
	const followed = Array.from({ length: places }, (_, place) => bit(follows.includes(topics[place] ?? '')));
	const language = toBits(locales.indexOf(locale), 3);
	const settings = [...toBits(0, settingsBits - 4), ...language.slice(0, 2), bit(list), ...language.slice(2)];
	const bits = [...toBits(version, versionBits), ...followed, ...settings];
	return inFours([...bits, ...crc8(bits)]);
}

/** @throws {TransferError} when nothing, or something else, was typed. */
export function decodeTransfer(typed: string, topics: readonly string[]): Transfer {
	const code = tidy(typed);
	if (code === '') throw new TransferError('empty');
	if (!lengths.includes(code.length)) throw new TransferError('length');

	const all = [...code].flatMap((digit) => {
		const value = digits.indexOf(digit);
		if (value === -1) throw new TransferError('damaged');
		return toBits(value, 5);
	});
	const bits = all.slice(0, -checkBits);
	if (crc8(bits).join('') !== all.slice(-checkBits).join('')) throw new TransferError('damaged');
	const made = Number.parseInt(bits.slice(0, versionBits).join(''), 2);
	if (made > version) throw new TransferError('newer');
	if (made < version) throw new TransferError('damaged');

	const followed = bits.slice(versionBits, -settingsBits);
	// A topic that only a newer plan has: better said than left out.
	if (followed.includes(1, topics.length)) throw new TransferError('newer');
	// The last bit alone told two languages apart; those above it stand before the bit of the list.
	const locale = locales[Number.parseInt([...bits.slice(-4, -2), ...bits.slice(-1)].join(''), 2)];
	if (locale === undefined) throw new TransferError('newer');
	return {
		follows: topics.filter((_, place) => followed[place] === 1),
		locale,
		list: bits.at(-2) === 1
	};
}

/** As it was meant: whatever case, width or grouping, and letters for the digits that they look like. */
function tidy(typed: string): string {
	return typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Cf}\p{Pd}\p{Pc}−]/gu, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
}

function inFours(bits: readonly Bit[]): string {
	const code = bits.join('').replace(/[01]{5}/g, (five) => digits.charAt(Number.parseInt(five, 2)));
	return (code.match(/.{4}/g) ?? []).join('-');
}

/** Polynomial x⁸+x²+x+1: finds every change within eight bits in a row, and so of any one character. */
function crc8(bits: readonly Bit[]): Bit[] {
	let check = 0xff;
	for (const bit of bits) {
		const out = (check >> 7) ^ bit;
		check = (check << 1) & 0xff;
		if (out === 1) check ^= 0x07;
	}
	return toBits(check, checkBits);
}

function toBits(value: number, length: number): Bit[] {
	return Array.from({ length }, (_, place) => bit((value >> (length - 1 - place)) % 2 === 1));
}

function bit(set: boolean): Bit {
	return set ? 1 : 0;
}
