import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Problem } from '../problem.ts';

/** Where a value stands in a YAML file: keys and indexes from the top. */
export type Path = readonly (string | number)[];

const quotingHint = 'check the indentation, and put quotes around text that contains “: ” or starts with { [ * & or %.';

/** Where an editor finds a value: its file, and the path in it. */
export interface Place {
	file: YamlFile;
	path: Path;
}

/** Content that still knows where each of its values is written: a file, or one with its translations beside it. */
export interface Written {
	/** The text of the value at `path`, as it stands in the file. */
	textOf(path: Path): string;
	place(path: Path): Place;
	problem(path: Path, what: string, mend: string): Problem;
}

/** A YAML file that still knows the line of each of its values. */
export class YamlFile implements Written {
	readonly name: string;
	readonly #text: string;
	readonly #document: Document;
	readonly #lines = new LineCounter();

	constructor(name: string, text: string) {
		this.name = name;
		this.#text = text;
		// Strings only where they look like strings; dates stay text, so that 2022-04-25 is not moved by a time zone.
		this.#document = parseDocument(text, { lineCounter: this.#lines, schema: 'core' });
	}

	/** The plain data, `null` for a file that holds only comments; or what kept the parser from reading it. */
	read(): { data: unknown; problems?: never } | { data?: never; problems: Problem[] } {
		const problems = this.#document.errors.map((error) =>
			this.#at(
				error.linePos?.[0].line ?? 1,
				`this is not valid YAML: ${error.message.split('\n')[0] ?? error.code}`,
				quotingHint
			)
		);
		if (problems.length > 0) return { problems };
		try {
			return { data: this.#document.toJS() };
		} catch (error) {
			// An alias (*name) without its anchor only shows when the data is put together.
			const reason = error instanceof Error ? error.message : String(error);
			return { problems: [this.#at(1, `this is not valid YAML: ${reason}`, quotingHint)] };
		}
	}

	textOf(path: Path): string {
		const range = rangeOf(this.#nodesAlong(path).at(-1));
		return range ? this.#text.slice(range[0], range[1]) : this.#text;
	}

	/** The line of the key or item at `path`, or of the nearest parent that exists (for a missing value). */
	lineOf(path: Path): number {
		const range = rangeOf(this.#keysAlong(path).at(-1));
		return range ? this.#lines.linePos(range[0]).line : 1;
	}

	/** Whether a value stands at `path`. */
	has(path: Path): boolean {
		return this.#walk(path).length === path.length;
	}

	place(path: Path): Place {
		return { file: this, path };
	}

	problem(path: Path, what: string, mend: string): Problem {
		return this.#at(this.lineOf(path), what, mend);
	}

	#at(line: number, what: string, mend: string): Problem {
		return { file: this.name, line, what, mend };
	}

	#nodesAlong(path: Path): Node[] {
		return this.#walk(path).map(({ value }) => value);
	}

	#keysAlong(path: Path): Node[] {
		return this.#walk(path).map(({ key }) => key);
	}

	#walk(path: Path): { key: Node; value: Node }[] {
		const steps: { key: Node; value: Node }[] = [];
		let node: unknown = this.#document.contents;
		for (const part of path) {
			const step = stepInto(node, part);
			if (!step) break;
			steps.push(step);
			node = step.value;
		}
		return steps;
	}
}

/** Keys are compared as text: the year 2020 is a number in YAML and a word in our paths. */
function stepInto(node: unknown, part: string | number): { key: Node; value: Node } | undefined {
	if (isMap(node)) {
		const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
		if (!pair || !isNode(pair.key)) return undefined;
		return { key: pair.key, value: isNode(pair.value) ? pair.value : pair.key };
	}
	const item = isSeq(node) ? node.items[Number(part)] : undefined;
	return isNode(item) ? { key: item, value: item } : undefined;
}

function rangeOf(node: Node | undefined): readonly [number, number] | undefined {
	return node?.range ? [node.range[0], node.range[1]] : undefined;
}
