/** Percent of the browser's own text size. At 150, 长辈版's body text is above 30 px. */
export const textSizes = [100, 115, 130, 150, 175, 200] as const;

/** The next size in a direction; the last one is where it ends. A size that is none of ours leads to the nearest beyond it. */
export function textSizeAfter(size: number, by: 1 | -1): number {
	const onward = by === 1 ? textSizes.filter((step) => step > size) : textSizes.filter((step) => step < size).reverse();
	return onward[0] ?? size;
}
