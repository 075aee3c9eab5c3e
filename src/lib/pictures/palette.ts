/** The picture's colours are the page's light ones: read from app.css, where they are declared once, in OKLCH. */

export interface Palette {
	paper: string;
	surface: string;
	quiet: string;
	ink: string;
	ink2: string;
	ink3: string;
	line: string;
	hue: string;
	/** Text on the hue. */
	onHue: string;
	/** Half-strength hue: the year before in a chart. */
	middle: string;
	/** A breath of the hue on paper: the picture's foot. */
	tint: string;
	/** Every topic's hue, for pictures that show several. */
	hues: Readonly<Record<string, string>>;
}

type Oklch = readonly [lightness: number, chroma: number, hue: number];

const light = String.raw`light-dark\(\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;

/**
 * @param css the text of app.css
 * @param topic none: the neutral colour of the home page
 */
export function paletteOf(css: string, topic?: string): Palette {
	const token = (name: string) => find(css, new RegExp(`--${name}: ${light}`));
	const own = topic === undefined ? undefined : topicHue(css, topic);
	const [paper, surface, ink] = [token('paper') ?? white, token('surface') ?? white, token('ink') ?? black];
	const hue = own ?? ink;
	const hex = (name: string) => hexOf(token(name) ?? ink);
	return {
		paper: hexOf(paper),
		surface: hexOf(surface),
		quiet: hex('quiet'),
		ink: hexOf(ink),
		ink2: hex('ink-2'),
		ink3: hex('ink-3'),
		line: hex('line'),
		hue: hexOf(hue),
		onHue: hex('on-hue'),
		middle: hexOf(mixed(hue, surface, 0.45)),
		tint: hexOf(mixed(hue, paper, 0.07)),
		hues: Object.fromEntries(
			[...css.matchAll(/\[data-topic='([\w-]+)'\] \{/g)].map(([, id = '']) => [id, hexOf(topicHue(css, id) ?? ink)])
		)
	};
}

function topicHue(css: string, topic: string): Oklch | undefined {
	return find(css, new RegExp(`\\[data-topic='${topic}'\\] \\{\\s*--hue: ${light}`));
}

const white: Oklch = [1, 0, 0];
const black: Oklch = [0, 0, 0];

function find(css: string, pattern: RegExp): Oklch | undefined {
	const match = pattern.exec(css);
	if (!match) return undefined;
	const [lightness = 0, chroma = 0, hue = 0] = match.slice(1).map(Number);
	return [lightness, chroma, hue];
}

/** As color-mix(in oklch, …) mixes with what has no colour to speak of: the hue stays. */
function mixed([lightness, chroma, hue]: Oklch, ground: Oklch, share: number): Oklch {
	return [lightness * share + ground[0] * (1 - share), chroma * share + ground[1] * (1 - share), hue];
}

/** Ottosson's matrices; the tokens lie within sRGB. */
export function hexOf([lightness, chroma, hue]: Oklch): string {
	const angle = (hue * Math.PI) / 180;
	const a = chroma * Math.cos(angle);
	const b = chroma * Math.sin(angle);
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const channels = [
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
	];
	return `#${channels.map((linear) => byte(linear).toString(16).padStart(2, '0')).join('')}`;
}

function byte(linear: number): number {
	const within = Math.min(1, Math.max(0, linear));
	return Math.round(255 * (within <= 0.0031308 ? 12.92 * within : 1.055 * within ** (1 / 2.4) - 0.055));
}
