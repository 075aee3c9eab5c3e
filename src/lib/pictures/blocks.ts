/** A face's parts as blocks of a column, in the order in which a card of the page shows them. */
import { languages } from '../plan/languages/index.ts';
import { chartBlock } from './chart.ts';
import { heightOf, type Block } from './column.ts';
import type { Big, Entry, Face, Run } from './face.ts';
import type { Line } from './line-breaking.ts';
import type { Sheet, Style } from './sheet.ts';
import { heroSize, stylesOf, type Styles } from './styles.ts';

/** Where a column stands: px. */
export interface Room {
	x: number;
	width: number;
}

export class Blocks {
	readonly #sheet: Sheet;
	readonly #face: Face;
	readonly #room: Room;
	readonly #styles: Styles;
	readonly #scale: number;

	constructor(sheet: Sheet, face: Face, room: Room, scale: number) {
		this.#sheet = sheet;
		this.#face = face;
		this.#room = room;
		this.#scale = scale;
		this.#styles = stylesOf(sheet.palette, face.locale, scale);
	}

	label(): Block[] {
		return this.#face.label === '' ? [] : [this.#paragraph([{ text: this.#face.label }], this.#styles.label, 0)];
	}

	/** A headline breaks between its phrases; at a scale at which one is too long there is none. */
	title(): Block[] | undefined {
		const { title } = this.#styles;
		const phrases = this.#face.title;
		const lines =
			phrases.length > 1
				? this.#sheet.phrases(phrases, title, this.#room.width)
				: this.#sheet.lines([{ text: phrases.join('') }], title, this.#room.width);
		return lines && [this.#set(lines, title, 14)];
	}

	/** The number as large as the width allows, its unit beside it. */
	hero(): Block[] {
		const { hero } = this.#face;
		return hero ? this.#big(hero, this.#room, heroSize(this.#scale), this.#styles.unit, 30) : [];
	}

	tiles(): Block[] {
		const { tiles } = this.#face;
		const columns = tiles.length > 2 && tiles.length !== 4 ? 3 : 2;
		const gap = 36;
		const width = (this.#room.width - gap * (columns - 1)) / columns;
		const unit = { ...this.#styles.unit, size: Math.round(this.#styles.unit.size * 0.72) };
		const rows: Block[] = [];
		for (let at = 0; at < tiles.length; at += columns) {
			const row = tiles
				.slice(at, at + columns)
				.map((tile, column) =>
					this.#big(tile, { x: this.#room.x + column * (width + gap), width }, heroSize(this.#scale) * 0.46, unit, 0)
				);
			rows.push(sideBySide(row, at === 0 ? 34 : 26));
		}
		return rows;
	}

	/** @param ratio how much larger than on the page, at scale 1 */
	chart(ratio: number): Block[] {
		const pixelRatio = ratio * Math.min(1, this.#scale);
		const { x, width } = this.#room;
		// The page keeps a little room at the end for “at least”; the picture's margin has it.
		const chart = chartBlock(this.#sheet, this.#face, width + 4 * pixelRatio, pixelRatio);
		return chart ? [{ height: chart.height, above: 40, loose: true, draw: (top) => chart.draw(x, top) }] : [];
	}

	body(): Block[] {
		const { body, calm } = this.#face;
		if (body.length === 0) return [];
		return [calm ? this.#calm(body) : { ...this.#paragraph(body, this.#styles.body, 36), loose: true }];
	}

	groups(): Block[] {
		return this.#face.groups.flatMap(({ label, done, items }) => [
			...(label === undefined ? [] : [this.#state(label, done)]),
			...items.map((item, at) => this.#item(item, label === undefined && at === 0 ? 34 : 16))
		]);
	}

	entries(most = Infinity): Block[] {
		return this.#face.entries.slice(0, most).map((entry, at) => this.#entry(entry, at === 0));
	}

	updates(): Block[] {
		const { small } = this.#styles;
		return this.#face.updates.map(({ date, text, status }, at) => {
			const said: Run[] = [
				{ text: `${date}  ` },
				...text,
				...(status === '' ? [] : [{ text: ` ${status}`, strong: true }])
			];
			const block = this.#paragraph(said, small, at === 0 ? 40 : 10);
			return at > 0 ? block : { ...block, loose: true, draw: this.#underHairline(block.draw) };
		});
	}

	#underHairline(draw: Block['draw']): Block['draw'] {
		return (top) => {
			this.#sheet.fill(this.#sheet.palette.line, this.#room.x, top - 20, this.#room.width, 2);
			draw(top);
		};
	}

	#paragraph(runs: readonly Run[], style: Style, above: number, { x, width } = this.#room): Block {
		return this.#set(this.#sheet.lines(runs, style, width), style, above, x);
	}

	#set(lines: readonly Line[], style: Style, above: number, x = this.#room.x): Block {
		const height = lines.length * style.size * (style.leading ?? 1.5);
		return { height, above: above * this.#scale, draw: (top) => void this.#sheet.paragraph(lines, style, x, top) };
	}

	#big({ before, number, unit, after, counts }: Big, room: Room, most: number, words: Style, above: number): Block[] {
		const sheet = this.#sheet;
		const lead = before === '' ? 0 : sheet.widthOf(before, words) + words.size * 0.4;
		const trail = [unit, after]
			.filter(Boolean)
			.join(languages[this.#face.locale].spaced || /^[%‰]/.test(unit) ? ' ' : '');
		// A percent sign belongs to its number.
		const gap = words.size * (/^[%‰]/.test(trail) ? 0.12 : 0.4);
		const tail = trail === '' ? 0 : sheet.widthOf(trail, words) + gap;
		const style = (size: number): Style => ({
			size,
			weight: 700,
			colour: sheet.palette.hue,
			// Noto's figures are the wider and calmer ones, also in English.
			script: /[a-z]/i.test(number) ? 'english' : 'chinese'
		});
		// Beside its words where there is room for a large number; else the words go below.
		const beside = fitting(sheet, number, style, room.width - lead - tail, most);
		const alone = fitting(sheet, number, style, room.width, most);
		const isBeside = tail + lead < room.width && beside >= Math.min(most, alone) * 0.6;
		const size = isBeside ? beside : alone;
		const drawNumber = (top: number) => {
			const baseline = top + size * 0.79;
			if (!isBeside) return void sheet.text(number, style(size), room.x - size * 0.03, baseline);
			if (before !== '') sheet.text(before, words, room.x, baseline);
			const width = sheet.text(number, style(size), room.x + lead - (lead === 0 ? size * 0.03 : 0), baseline);
			if (trail !== '') sheet.text(trail, words, room.x + lead + width + gap, baseline);
		};
		const below = isBeside ? '' : [before, trail].filter(Boolean).join(' … ');
		return [
			{ height: size * 0.86, above: above * this.#scale, loose: above > 0, draw: drawNumber },
			...(below === '' ? [] : [this.#paragraph([{ text: below }], words, 4, room)]),
			...(counts === '' ? [] : [this.#paragraph([{ text: counts }], this.#styles.counts, 10, room)])
		];
	}

	#calm(runs: readonly Run[]): Block {
		const pad = 30;
		const { x, width } = this.#room;
		const inner = this.#paragraph(runs, this.#styles.body, 0, { x: x + pad, width: width - 2 * pad });
		return {
			height: inner.height + 2 * pad,
			above: 36,
			loose: true,
			draw: (top) => {
				this.#sheet.fill(this.#sheet.palette.quiet, x, top, width, inner.height + 2 * pad, 16);
				inner.draw(top + pad);
			}
		};
	}

	/** 2020 已做 on the hue, 2021 要做 outlined: told apart without colour. */
	#state(label: string, done: boolean): Block {
		const sheet = this.#sheet;
		const { hue, onHue } = sheet.palette;
		const { state } = this.#styles;
		const height = state.size * 1.6;
		const width = sheet.widthOf(label, state) + state.size * 1.1;
		const { x } = this.#room;
		return {
			height,
			above: 34 * this.#scale,
			loose: true,
			draw: (top) => {
				sheet.fill(hue, x, top, width, height, 8);
				if (!done) sheet.fill(sheet.palette.paper, x + 2.5, top + 2.5, width - 5, height - 5, 6);
				sheet.text(
					label,
					{ ...state, colour: done ? onHue : hue },
					x + state.size * 0.55,
					top + height / 2 + state.size * 0.36
				);
			}
		};
	}

	#item(item: readonly Run[], above: number): Block {
		const { x, width } = this.#room;
		const inset = 34;
		const inner = this.#paragraph(item, this.#styles.body, above, { x: x + inset, width: width - inset });
		return {
			...inner,
			draw: (top) => {
				const { size, leading = 1.5 } = this.#styles.body;
				const side = Math.round(size * 0.3);
				this.#sheet.fill(this.#sheet.palette.hue, x, top + (size * leading - side) / 2, side, side);
				inner.draw(top);
			}
		};
	}

	#entry({ text, value, topic = '' }: Entry, first: boolean): Block {
		const sheet = this.#sheet;
		const { entry, value: bold } = this.#styles;
		const number = { ...bold, colour: sheet.palette.hues[topic] ?? bold.colour };
		const { x, width } = this.#room;
		const room = value === '' ? 0 : sheet.widthOf(value, number) + 32;
		const lines = sheet.lines([{ text }], entry, width - room);
		const pad = Math.round(13 * this.#scale);
		const height = lines.length * entry.size * (entry.leading ?? 1.5);
		return {
			height: height + 2 * pad,
			above: first ? 28 : 0,
			loose: first,
			draw: (top) => {
				sheet.fill(sheet.palette.line, x, top, width, 2);
				sheet.paragraph(lines, entry, x, top + pad);
				const baseline = top + pad + (entry.size * (entry.leading ?? 1.5)) / 2 + number.size * 0.37;
				if (value !== '') sheet.text(value, number, x + width, baseline, true);
			}
		};
	}
}

/** The largest size, up to `most`, at which a text is no wider than the room. */
function fitting(sheet: Sheet, text: string, style: (size: number) => Style, room: number, most: number): number {
	const width = sheet.widthOf(text, style(100));
	return Math.max(1, Math.floor(Math.min(most, (room / width) * 100)));
}

function sideBySide(columns: readonly Block[][], above: number): Block {
	return {
		height: Math.max(...columns.map(heightOf)),
		above,
		loose: true,
		draw: (top) => {
			for (const column of columns) {
				let y = top;
				for (const [at, block] of column.entries()) {
					y += at === 0 ? 0 : block.above;
					block.draw(y);
					y += block.height;
				}
			}
		}
	};
}
