/** What a drawing takes from the page's theme: canvas doesn't inherit CSS. */
export interface Colours {
	hue: string;
	/** Half-strength hue, for the year before. */
	middle: string;
	ink: string;
	/** Names beside numbers. */
	quiet: string;
	surface: string;
	font: { size: number; family: string };
}

export function readColours(place: HTMLElement): Colours {
	const style = getComputedStyle(place);
	const resolve = (name: string) => {
		// A probe resolves var(), oklch() and light-dark() to what canvas understands.
		const probe = document.createElement('span');
		probe.className = `colour-${name}`;
		place.append(probe);
		const { color } = getComputedStyle(probe);
		probe.remove();
		return color;
	};
	return {
		hue: resolve('hue'),
		middle: resolve('middle'),
		ink: resolve('ink'),
		quiet: resolve('quiet'),
		surface: resolve('surface'),
		font: { size: Math.max(13, Number.parseFloat(style.fontSize) * 0.875), family: style.fontFamily }
	};
}
