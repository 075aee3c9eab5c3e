/**
 * Decimals calculated exactly. Official numbers are never re-rounded, and binary floating point would: 568.8 × 10⁸ is
 * 56879999999.99999 there.
 */
export interface Decimal {
	/** The number without its decimal point. */
	digits: bigint;
	/** How many of the digits stand after the point. */
	places: number;
}

/** The decimal that a number is written as: 25.7 is 257 with one place. */
export function decimal(value: number): Decimal {
	const [mantissa = '0', exponent = '0'] = String(value).split('e');
	const [whole = '0', fraction = ''] = mantissa.split('.');
	const places = fraction.length - Number(exponent);
	const digits = BigInt(whole + fraction);
	return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

/** Times a whole number, such as a unit’s multiplier. */
export function times({ digits, places }: Decimal, factor: number): Decimal {
	return { digits: digits * BigInt(factor), places };
}

/** Divided by 10 to the `power`, exactly. */
export function tenths({ digits, places }: Decimal, power: number): Decimal {
	return { digits, places: places + power };
}

/** Whether it is at least 10 to the `power`. */
export function reaches({ digits, places }: Decimal, power: number): boolean {
	return digits >= 10n ** BigInt(places + power);
}

/** As English writes it: 1234.50 → “1,234.5”. */
export function spelled({ digits, places }: Decimal): string {
	const sign = digits < 0n ? '-' : '';
	const all = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
	const whole = all.slice(0, all.length - places).replace(/\B(?=(\d{3})+$)/g, ',');
	const fraction = all.slice(all.length - places).replace(/0+$/, '');
	return sign + whole + (fraction === '' ? '' : `.${fraction}`);
}
