import type { Locator, Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../../src/commands/project.js';
import type { Card } from '../../../src/lib/plan/plan.ts';
import { currentCard } from '../deck.ts';
import { plan, topic } from '../plan.ts';

export type ChartCard = Card & Required<Pick<Card, 'chart'>>;

export const chartCards: readonly ChartCard[] = plan.cards.flatMap((card) =>
	card.chart ? { ...card, chart: card.chart } : []
);

/** The first card whose chart is of a type. */
export function chartOf(type: ChartCard['chart']['type']): ChartCard {
	const found = chartCards.find(({ chart }) => chart.type === type);
	if (!found) throw new Error(`No card has a ${type} chart.`);
	return found;
}

/** A card whose chart lies far from the first card of its topic, with no other chart before it. */
export function farChart(): ChartCard {
	const found = chartCards.find((card) => {
		const { cards } = topic(card.topic);
		const first = cards.findIndex((id) => chartCards.some((other) => other.id === id));
		return first >= 3 && cards[first] === card.id;
	});
	if (!found) throw new Error('Every topic with a chart has one on its first cards.');
	return found;
}

/** The name of the built file that holds Chart.js, known by a message of its own. */
export function chartScript(): string {
	const folder = inProject('build', 'client', '_app', 'immutable', 'chunks');
	const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
	const found = scripts.find((name) => readFileSync(join(folder, name), 'utf8').includes('Canvas is already in use'));
	if (found === undefined) throw new Error('No script of the build holds Chart.js.');
	return found;
}

/** The place where the current card's chart is drawn. */
export function drawingOf(page: Page): Locator {
	return currentCard(page).locator('figure canvas');
}

/** Whether anything has been drawn. */
export function isDrawn(canvas: Locator): Promise<boolean> {
	return canvas.evaluate((element) => {
		if (!(element instanceof HTMLCanvasElement)) throw new Error('This is no canvas.');
		const { width, height } = element;
		const pixels =
			width > 0 && height > 0 ? element.getContext('2d')?.getImageData(0, 0, width, height).data : undefined;
		return pixels?.some((value) => value > 0) ?? false;
	});
}

/** The picture, to tell whether it has changed. */
export function pictureOf(canvas: Locator): Promise<string> {
	return canvas.evaluate((element) => (element instanceof HTMLCanvasElement ? element.toDataURL() : ''));
}
