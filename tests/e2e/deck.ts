import { expect, type Locator, type Page } from '@playwright/test';

/** The deck, by its role: it is the one carousel on a page. */
export function deckOf(page: Page): Locator {
	return page.locator('[role=region][aria-roledescription]');
}

export function cardOf(page: Page, id: string): Locator {
	return deckOf(page).locator(`[data-card="${id}"]`);
}

export function slidesOf(page: Page): Locator {
	return deckOf(page).locator('[data-card]');
}

export function currentCard(page: Page): Locator {
	return deckOf(page).locator('[data-card][aria-current=true]');
}

export function nextButton(page: Page): Locator {
	return page.getByRole('button', { name: /^(?:下一张|Next card)$/ });
}

export function previousButton(page: Page): Locator {
	return page.getByRole('button', { name: /^(?:上一张|Previous card)$/ });
}

export function listSwitch(page: Page): Locator {
	return page.getByRole('switch', { name: /^(?:列表|List)$/ });
}

/** Opens a page with a deck and waits until its scripts have taken over. */
export async function openDeck(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.locator('[role=region].live')).toBeVisible();
}

/** The deck has come to rest on a card: it is current, and stands where a reader sees it. */
export async function expectCard(page: Page, id: string): Promise<void> {
	await expect(cardOf(page, id)).toHaveAttribute('aria-current', 'true');
	await expect.poll(() => offsetOf(page, id)).toBeLessThan(2);
}

/** How far a card is scrolled away from the place where the deck's first card stands at rest, px. */
export async function offsetOf(page: Page, id: string): Promise<number> {
	return cardOf(page, id).evaluate((card) => {
		const track = card.parentElement;
		const first = track?.firstElementChild;
		if (!track || !first) throw new Error('The card is in no deck.');
		const place = first.getBoundingClientRect().left + track.scrollLeft;
		return Math.abs(card.getBoundingClientRect().left - place);
	});
}
