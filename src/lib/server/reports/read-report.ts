import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { locales, type Locale } from '../../plan/locale.ts';
import { mostContact, mostWords, type Report } from '../../plan/report.ts';
import { Problem } from '../api/problem.ts';

/** Line ends as one character each, as the form counted them; no half of a character, which no encoding can hold. */
const tidy = (text: string) => text.toWellFormed().replace(/\r\n?/g, '\n').trim();

const text = (most: number) => v.pipe(v.string(), v.transform(tidy), v.maxLength(most));

const shape = v.object({
	id: v.pipe(v.string(), v.regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)),
	// By its form alone: a phone that was offline may report a figure that the plan has no more.
	figure: v.nullable(v.pipe(v.string(), v.regex(/^[a-z\d]+(-[a-z\d]+)*$/), v.maxLength(100))),
	version: v.pipe(v.string(), v.regex(/^[\da-f]{12}$/)),
	edition: v.pipe(v.string(), v.isoDate(), v.check(isDay)),
	locale: v.picklist(locales),
	words: v.string(),
	contact: v.optional(v.string(), '')
});

const said = v.object({ words: v.pipe(text(mostWords), v.minLength(1)), contact: text(mostContact) });

/** The pattern of a date alone lets the 31st of February pass, which a database does not. */
function isDay(text: string): boolean {
	const day = new Date(text);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** @throws {Problem} malformed; words: nothing is said, or too much */
export function readReport(body: unknown): Report {
	const read = v.safeParse(shape, body);
	if (!read.success) throw new Problem('malformed');
	const { output, success } = v.safeParse(said, read.output);
	if (!success) throw new Problem('words');
	return { ...read.output, ...output };
}

/**
 * From a plain form, which can't make an id: the same words about the same figure, from the same place on the same day,
 * are one report, so that a page that is loaded again sends nothing new.
 * @param address of whom sends it, as a key that can't be turned back
 * @throws {Problem} as `readReport`
 */
export function readReportForm(form: URLSearchParams, locale: Locale, address: string, day: string): Report {
	const field = (name: string) => form.get(name) ?? '';
	const said = [field('figure'), field('version'), field('words'), field('contact')];
	return readReport({
		id: idFrom([address, day, ...said]),
		figure: field('figure') === '-' ? null : field('figure'),
		version: field('version'),
		edition: field('edition'),
		locale,
		words: field('words'),
		contact: field('contact')
	});
}

function idFrom(parts: readonly string[]): string {
	const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
	return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
