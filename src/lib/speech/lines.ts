import { sentencesOf } from './sentences';

/** A sentence on the page. */
export interface Line {
	text: string;
	/** Where it stands, to be marked. */
	range: Range;
	/** What is marked where ranges can't be, or can't be seen. */
	block: Element;
}

/**
 * What of a card or section is said: elements with `data-say`, in order, sentence by sentence. A number (`data-say="number"`)
 * is said after what it counts, as a newsreader would; on the page it stands first.
 */
export function linesOf(root: Element): Line[] {
	return [...root.querySelectorAll<HTMLElement>('[data-say]')].flatMap((block) =>
		block.dataset.say === 'number' ? numberLine(block) : textLines(block)
	);
}

function numberLine(block: HTMLElement): Line[] {
	const [value, indicator, ...rest] = [...block.children].map((child) => textOf(child).text.trim());
	const range = document.createRange();
	range.selectNodeContents(block);
	const text = [indicator, value, ...rest].filter(Boolean).join(block.closest(':lang(zh)') ? '，' : ', ');
	return text === '' ? [] : [{ text, range, block }];
}

function textLines(block: HTMLElement): Line[] {
	const { text, placeOf } = textOf(block);
	return sentencesOf(text).map(({ start, end }) => {
		const range = document.createRange();
		range.setStart(...placeOf(start));
		range.setEnd(...placeOf(end - 1, 1));
		return { text: text.slice(start, end), range, block };
	});
}

type Place = [node: Node, offset: number];

/** An element's text as a reader sees it, and where each of its characters stands. */
function textOf(block: Element): { text: string; placeOf: (at: number, after?: number) => Place } {
	const nodes: { node: Node; start: number }[] = [];
	let text = '';
	const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const unsaid = node.parentElement?.closest('.visually-hidden, dialog, [aria-hidden=true], [data-say=not]');
		if (unsaid && unsaid !== block && block.contains(unsaid)) continue;
		nodes.push({ node, start: text.length });
		text += (node.nodeValue ?? '').replace(/\s/g, ' ');
	}
	const placeOf = (at: number, after = 0): Place => {
		const found = nodes.findLast(({ start }) => start <= at);
		return found ? [found.node, at - found.start + after] : [block, 0];
	};
	return { text, placeOf };
}
