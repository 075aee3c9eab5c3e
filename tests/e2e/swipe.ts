import type { Locator, Page } from '@playwright/test';
import { deckOf } from './deck.ts';

interface Swipe {
	/** A flick: the finger is still moving when it leaves the glass. Otherwise it comes to rest first. */
	fast?: boolean;
	/** Where there is more than one deck. */
	deck?: Locator;
}

/**
 * Draws a finger across the deck, by a fraction of its width: positive to the next card, negative to the one before.
 * Real touch events, because a scroll gesture made by the debugger does not move a deck that snaps.
 */
export async function swipe(page: Page, fraction: number, { fast = false, deck = deckOf(page) }: Swipe = {}) {
	const box = await deck.boundingBox();
	if (!box) throw new Error('There is no deck to swipe.');
	const screen = page.viewportSize()?.height ?? box.height;

	const y = box.y + Math.min(box.height, screen - box.y) / 2;
	const start = box.x + box.width / 2 + (fraction * box.width) / 2;
	const steps = fast ? 4 : 20;
	await drag(
		page,
		Array.from({ length: steps + 1 }, (_, step) => ({ x: start - (fraction * box.width * step) / steps, y })),
		fast ? 0 : 0.3
	);
}

/**
 * A finger that goes from point to point and lifts, after a rest in seconds. The time of each event is told rather than
 * waited for: on a busy machine a flick would otherwise become a slow drag.
 */
export async function drag(page: Page, points: readonly { x: number; y: number }[], rest = 0): Promise<void> {
	const session = await page.context().newCDPSession(page);
	let timestamp = Date.now() / 1000;
	for (const [index, { x, y }] of points.entries()) {
		const type = index === 0 ? 'touchStart' : 'touchMove';
		await session.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: [{ x: Math.round(x), y: Math.round(y) }],
			timestamp
		});
		timestamp += 0.016;
	}
	if (rest > 0) await page.waitForTimeout(rest * 1000);
	await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp: timestamp + rest });
	await session.detach();
}
