/** Clocks on readers' walls: quiet hours and digests follow the zone that their device has said. */
import type { Frequency } from '../../database/schema.ts';

/** Quiet from 21:00 until 8:00, when the digests go out. */
const quietFrom = 21 * 60;
const morning = 8 * 60;
const minute = 60_000;
const day = 24 * 60 * minute;

/** For a zone that this system does not know (any more). */
const fallbackZone = 'Asia/Shanghai';
const formats = new Map<string, Intl.DateTimeFormat>();

interface WallTime {
	/** ISO date. */
	day: string;
	/** Since midnight. */
	minutes: number;
}

export function localDay(at: Date, zone: string): string {
	return wallTime(at, zone).day;
}

export function isQuiet(at: Date, zone: string): boolean {
	const { minutes } = wallTime(at, zone);
	return minutes >= quietFrom || minutes < morning;
}

/** The moment itself, or the end of the quiet hours that it lies in. */
export function afterQuiet(at: Date, zone: string): Date {
	return isQuiet(at, zone) ? nextMorning(at, zone) : at;
}

/** The first 8:00 after a moment. */
export function nextMorning(at: Date, zone: string): Date {
	const { day: today, minutes } = wallTime(at, zone);
	return instant(minutes < morning ? today : daysAfter(today, 1), morning, zone);
}

/** Daily digests go out at 8:00, weekly ones on Mondays at 8:00. */
export function nextDigest(at: Date, zone: string, frequency: Exclude<Frequency, 'immediate'>): Date {
	const next = nextMorning(at, zone);
	if (frequency === 'daily') return next;
	const date = localDay(next, zone);
	const untilMonday = (8 - new Date(`${date}T00:00Z`).getUTCDay()) % 7;
	return instant(daysAfter(date, untilMonday), morning, zone);
}

function daysAfter(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** When a zone's clock shows that time; where it skips it in spring, the time after. */
function instant(date: string, minutes: number, zone: string): Date {
	const wanted = Date.parse(`${date}T00:00Z`) + minutes * minute;
	const first = wanted - offset(wanted, zone);
	return new Date(wanted - offset(first, zone));
}

/** Milliseconds that a zone is ahead of UTC at a moment. */
function offset(at: number, zone: string): number {
	const wall = wallTime(new Date(at), zone);
	return Date.parse(`${wall.day}T00:00Z`) + wall.minutes * minute - Math.floor(at / minute) * minute;
}

function wallTime(at: Date, zone: string): WallTime {
	const parts = new Map(
		formatOf(zone)
			.formatToParts(at)
			.map(({ type, value }) => [type, value])
	);
	const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
	return {
		day: `${part('year')}-${part('month')}-${part('day')}`,
		minutes: Number(part('hour')) * 60 + Number(part('minute'))
	};
}

function formatOf(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known) return known;
	const format = makeFormat(zone) ?? formatOf(fallbackZone);
	formats.set(zone, format);
	return format;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
	try {
		return new Intl.DateTimeFormat('en-CA', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit'
		});
	} catch {
		return undefined;
	}
}
