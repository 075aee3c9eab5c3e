import type { Page } from '@playwright/test';

/**
 * What a page of 长辈版 misses of its figures, measured as it is shown: text 18 px, lines 1.5, paragraphs 1.3 lines apart,
 * 60 px to press, contrast 7:1, nothing moving, nothing beside the column.
 */
export function misses(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found = new Set<string>();
		const name = (element: Element) =>
			`<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.trim().slice(0, 20)}`;
		const unseen = '.visually-hidden, .skip, [inert], [aria-hidden=true], [disabled], [aria-disabled=true]';

		/** Canvas turns any CSS colour into bytes. */
		const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
		const rgba = (colour: string): number[] => {
			if (!context) return [];
			context.clearRect(0, 0, 1, 1);
			context.fillStyle = colour;
			context.fillRect(0, 0, 1, 1);
			return [...context.getImageData(0, 0, 1, 1).data];
		};
		const luminance = (colour: number[]) => {
			const [red = 0, green = 0, blue = 0] = colour
				.slice(0, 3)
				.map((byte) => byte / 255)
				.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
			return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
		};
		const groundOf = (element: Element | null): number[] => {
			if (!element) return [255, 255, 255, 255];
			const ground = rgba(getComputedStyle(element).backgroundColor);
			return ground[3] === 255 ? ground : groundOf(element.parentElement);
		};

		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let text = texts.nextNode(); text; text = texts.nextNode()) {
			const element = text.parentElement;
			if (!element || !text.nodeValue?.trim() || element.closest(`${unseen}, script, style, noscript`)) continue;
			const range = document.createRange();
			range.selectNodeContents(text);
			if (range.getBoundingClientRect().width === 0) continue;
			const style = getComputedStyle(element);
			const size = Number.parseFloat(style.fontSize);
			if (size < 18) found.add(`${size} px: ${name(element)}`);
			if (!element.closest('.number') && Number.parseFloat(style.lineHeight) / size < 1.499) {
				found.add(`lines ${style.lineHeight} of ${size} px: ${name(element)}`);
			}
			const [darker = 0, lighter = 0] = [luminance(rgba(style.color)), luminance(groundOf(element))].sort(
				(a, b) => a - b
			);
			const contrast = (lighter + 0.05) / (darker + 0.05);
			if (contrast < 7) found.add(`contrast ${contrast.toFixed(1)}: ${name(element)}`);
			if (style.animationName !== 'none' || Number.parseFloat(style.transitionDuration) > 0) {
				found.add(`it moves: ${name(element)}`);
			}
		}
		for (const second of document.querySelectorAll('main p + p')) {
			const first = second.previousElementSibling;
			if (!first || second.closest(unseen) || getComputedStyle(second).display === 'none') continue;
			const [above, below] = [first.getBoundingClientRect(), second.getBoundingClientRect()];
			if (above.height === 0 || below.height === 0 || below.top < above.bottom) continue;
			const line = Number.parseFloat(getComputedStyle(second).lineHeight);
			if (below.top - above.bottom < 1.3 * line - 1)
				found.add(`paragraphs ${below.top - above.bottom}: ${name(second)}`);
		}
		for (const element of document.querySelectorAll('a, button, summary, select, textarea, input')) {
			if (element.closest(unseen) || element.matches('.visually-hidden')) continue;
			if (getComputedStyle(element).display === 'inline') continue;
			const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
			if (width > 0 && (width < 59.5 || height < 59.5)) found.add(`${width}×${height}: ${name(element)}`);
		}
		const width = document.documentElement.scrollWidth;
		if (width > 360) found.add(`the page is ${width} px wide`);
		return [...found];
	});
}
