import { expect, test } from 'vitest';
import { builtText, pages } from './site.ts';

const raster = /\.(?:png|jpe?g|gif|webp|avif|bmp)\b/i;
const font = /\.(?:woff2?|ttf|otf|eot)\b|@font-face/i;

/** Links that a browser fetches for the page itself; it fetches other icons and the manifest only to install the app. */
const needed = ['stylesheet', 'modulepreload', 'preload', 'icon'];

const fetched = new Set(
	pages.flatMap(({ all }) =>
		all.flatMap(({ name, attributes: { href, src, srcset, poster, rel = '' } }) => {
			const linked = name === 'link' && rel.split(' ').some((word) => needed.includes(word));
			return [linked ? href : undefined, src, srcset, poster].filter((address) => address !== undefined);
		})
	)
);
const styles = [...fetched].filter((address) => address.endsWith('.css')).map(builtText);

test('no page loads a raster image', () => {
	expect([...fetched, ...styles].filter((text) => raster.test(text))).toEqual([]);
});

test('no page loads a font', () => {
	expect([...fetched, ...styles].filter((text) => font.test(text))).toEqual([]);
});

test('no style sheet loads anything', () => {
	expect(styles.filter((style) => /url\((?!["']?data:)|@import/.test(style))).toEqual([]);
});

test('no element carries its own style, which the content security policy would refuse', () => {
	const styled = pages.filter(({ all }) =>
		all.some(({ name, attributes }) => name === 'style' || 'style' in attributes)
	);
	expect(styled.map(({ path }) => path)).toEqual([]);
});
