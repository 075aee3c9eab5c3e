import { chartCards } from '../chart/charts.ts';
import { currentCard, openDeck } from '../deck.ts';
import { expect, swipe, test } from '../fixtures.ts';
import { plan } from '../plan.ts';
import { traced } from './slow-phone.ts';

const swipes = 6;

/** The topic with the most charts among its first cards. */
const busiest = plan.topics.toSorted((a, b) => chartsOf(b) - chartsOf(a))[0] ?? { id: '', cards: [] };

function chartsOf({ cards }: { cards: string[] }): number {
	return cards.slice(0, swipes + 1).filter((id) => chartCards.some((card) => card.id === id)).length;
}

test('swiping through cards with charts never holds a slow phone up for 100 ms', async ({ page }) => {
	const rounds: number[] = [];
	// The best of three is what the app costs; the rest is what the machine was doing.
	while (rounds.length < 3 && !rounds.some((longest) => longest <= 100)) {
		await openDeck(page, `/topics/${busiest.id}`);
		await page.waitForTimeout(500);
		const { longestTask } = await traced(page, async () => {
			for (let swiped = 0; swiped < swipes; swiped++) {
				const before = await currentCard(page).getAttribute('data-card');
				await swipe(page, 0.6);
				await expect(currentCard(page)).not.toHaveAttribute('data-card', before ?? '', { timeout: 15_000 });
			}
		});
		rounds.push(longestTask);
	}
	expect(Math.min(...rounds), `longest tasks: ${rounds.join(', ')} ms`).toBeLessThanOrEqual(100);
});
