/** The picture's typography: every kind of text at scale 1, px. Pictures that have little to say set it larger. */
import { languages } from '../plan/languages/index.ts';
import type { Locale } from '../plan/locale.ts';
import type { Palette } from './palette.ts';
import type { Style } from './sheet.ts';

export type Styles = ReturnType<typeof stylesOf>;

export function stylesOf(palette: Palette, locale: Locale, scale: number) {
	const { script, scale: larger } = languages[locale].picture;
	// Source Sans is drawn smaller in its square than Noto.
	const unit = scale * larger;
	const style = (size: number, weight: Style['weight'], colour: string, rest: Partial<Style> = {}): Style => ({
		size: Math.round(size * unit),
		weight,
		colour,
		script,
		...rest
	});
	return {
		label: style(32, 600, palette.hue),
		title: style(60, 700, palette.ink, { leading: 1.3 }),
		unit: style(50, 600, palette.ink2),
		counts: style(34, 400, palette.ink2, { leading: 1.45 }),
		body: style(38, 400, palette.ink, { strong: 600, leading: 1.62 }),
		state: style(26, 600, palette.hue, { leading: 1.5 }),
		small: style(30, 400, palette.ink2, { strong: 600, leading: 1.5 }),
		entry: style(36, 400, palette.ink, { leading: 1.4 }),
		value: style(36, 700, palette.hue, { leading: 1.4 })
	};
}

/** The large number fills the width it has, up to so many px. */
export function heroSize(scale: number): number {
	return Math.round(210 * scale);
}
