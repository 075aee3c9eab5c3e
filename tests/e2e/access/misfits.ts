import type { Page } from '@playwright/test';

/**
 * What sticks out of the window sideways, or does not fit its own box. The window's width is told, because on a phone
 * `innerWidth` grows with a page that is too wide.
 */
export function misfits(page: Page): Promise<string[]> {
	return page.evaluate((windowWidth) => {
		const scrollsSideways = '.track, .chips';
		const unseen = '.visually-hidden, .skip, [inert], svg *';
		const found: string[] = [];
		const pageWidth = document.documentElement.scrollWidth;
		if (pageWidth > windowWidth) found.push(`the page is ${pageWidth} px wide`);

		for (const element of document.body.querySelectorAll('*')) {
			if (element.closest(unseen)) continue;
			const scroller = element.closest(scrollsSideways);
			// In a deck the card in view must fit; in the row of topics nothing has to.
			if (scroller && (scroller === element || !element.closest('[aria-current=true]'))) continue;
			const { left, right, width } = element.getBoundingClientRect();
			if (width === 0) continue;
			const name = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`;
			if (left < -1 || right > windowWidth + 1) found.push(`${name} reaches from ${left} to ${right}`);

			// Boxes of a fixed height must hold their text as well; elsewhere they grow.
			if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) found.push(`${name} is too narrow`);
			const fixed = element.matches('nav, nav a, button, summary, [role=region] > div:last-of-type');
			if (fixed && element.scrollHeight > element.clientHeight + 1) found.push(`${name} is too low`);
		}
		return found.slice(0, 8);
	}, page.viewportSize()?.width ?? 0);
}
