/**
 * The canvas that pictures are drawn on, with the project's own fonts and no other: a machine's fonts would make every
 * machine's pictures different, and hide a missing one.
 */
import process from 'node:process';
import { join } from 'node:path';

process.env.DISABLE_SYSTEM_FONTS_LOAD = '1';
const { createCanvas, GlobalFonts, Path2D } = await import('@napi-rs/canvas');

export { createCanvas, GlobalFonts, Path2D };

const modules = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts');

/** Both under the SIL Open Font License 1.1 (LICENSE_FONT in their folders). */
const fonts = [
	{ family: 'Kandong Chinese', folder: 'noto-sans-sc', file: 'NotoSansSC' },
	// Noto's Latin letters are drawn after it; it has the narrow quotation marks that English needs.
	{ family: 'Kandong Latin', folder: 'source-sans-3', file: 'SourceSans3' }
];
const weights = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' } as const;
export type Weight = keyof typeof weights;

export const fontFiles = fonts.flatMap(({ family, folder, file }) =>
	Object.values(weights).map((weight) => ({ family, path: join(modules, folder, weight, `${file}_${weight}.ttf`) }))
);

for (const { family, path } of fontFiles) {
	if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`The font ${path} can’t be read.`);
}

export const families = {
	chinese: "'Kandong Chinese'",
	english: "'Kandong Latin', 'Kandong Chinese'"
} as const;
