import * as v from 'valibot';
import type { Problem } from '../problem.ts';
import {
	entries,
	files,
	idSchema,
	type CardEntry,
	type Content,
	type FigureEntry,
	type FileKind,
	type UpdateEntry
} from './schema.ts';
import { shapeProblems, withPlaceholders } from './shape.ts';
import { translated, TranslatedFile, translationName, translations, type TranslationFile } from './translation.ts';
import { YamlFile, type Path, type Written } from './yaml-file.ts';

/** Where an entry came from, so that a rule broken later can still name its line. */
export interface Located<Value> {
	value: Value;
	/** A problem at `path` inside this entry. */
	problem: (path: Path, what: string, mend: string) => Problem;
}

/** All of a plan's files, each of the right shape; nothing more is promised yet (see `check/`). */
export interface PlanContent {
	source: string;
	plan: Located<Content<'plan'>>;
	outline: Located<Content<'outline'>>;
	names: Located<Content<'names'>>;
	units: Located<Content<'units'>>;
	facts: Located<Content<'facts'>>;
	topics: Located<Content<'topics'>>;
	comparisons: Located<Content<'comparisons'>>;
	omitted: Located<Content<'omitted'>>;
	/** How firm promises are said in translations; without it they are not compared. */
	promises: Located<Content<'promises'>>;
	search: Located<Content<'search'>>;
	/** Names that the text itself says something about. */
	glossary: Located<Content<'glossary'>>;
	/** What each card said in each published edition, oldest first; a plan that was never published has none. */
	editions: Located<Content<'editions'>>;
	/** Cards that are no more, by id: addresses that people have shared still lead somewhere. */
	retired: Located<Content<'retired'>>;
	figures: Map<string, Located<FigureEntry>>;
	cards: Located<CardEntry & { topic: string }>[];
	updates: Located<UpdateEntry & { id: string }>[];
	/**
	 * The text of the figures, cards and updates that could not be read. What it mentions is excused elsewhere: a card
	 * with a spelling mistake must not be followed by “s005 is on no card”.
	 */
	broken: string;
}

export type ReadContent = { content: PlanContent; problems: Problem[] } | { content?: never; problems: Problem[] };

/**
 * Reads a plan's folder, given as its files' names (relative to the folder) and texts. Pure, so that the page build, the
 * dev server, the command line and the tests all read the same way. Broken figures, cards and updates are left out and
 * reported; without one of the other files there is nothing to hold the rest against.
 */
export function readContent(folder: ReadonlyMap<string, string>): ReadContent {
	const reader = new Reader(folder);
	const source = folder.get('source.txt');
	if (source === undefined) {
		reader.problems.push({
			file: 'source.txt',
			line: 1,
			what: 'the plan’s text is missing',
			mend: 'put the published text there, byte for byte.'
		});
	}
	const single = {
		plan: reader.file('plan.yaml', 'plan'),
		outline: reader.file('outline.yaml', 'outline'),
		names: reader.file('names.yaml', 'names'),
		units: reader.file('units.yaml', 'units'),
		facts: reader.file('facts.yaml', 'facts'),
		topics: reader.file('topics.yaml', 'topics'),
		comparisons: reader.file('comparisons.yaml', 'comparisons'),
		omitted: reader.file('omitted.yaml', 'omitted'),
		promises: reader.file('promises.yaml', 'promises', true),
		search: reader.file('search.yaml', 'search', true),
		glossary: reader.file('glossary.yaml', 'glossary', true),
		editions: reader.file('editions.yaml', 'editions', true),
		retired: reader.file('retired.yaml', 'retired', true)
	};
	const figures = reader.figures();
	const cards = reader.cards(single.topics?.value.topics.map(({ id }) => id) ?? []);
	const updates = reader.updates();
	reader.refuseStrangers([...Object.keys(single).map((kind) => `${kind}.yaml`), 'source.txt']);

	const { problems, broken } = reader;
	if (source === undefined || !isWhole(single)) return { problems };
	return { content: { source, ...single, figures, cards, updates, broken }, problems };
}

class Reader {
	readonly problems: Problem[] = [];
	broken = '';
	readonly #folder: ReadonlyMap<string, string>;

	constructor(folder: ReadonlyMap<string, string>) {
		this.#folder = folder;
	}

	/** A file that is one whole. A plan may do without an `optional` one. */
	file<Kind extends FileKind>(name: string, kind: Kind, optional = false): Located<Content<Kind>> | undefined {
		const opened =
			optional && !this.#folder.has(name) ? { file: new YamlFile(name, ''), data: null } : this.#open(name);
		if (!opened) return undefined;
		const { file, data } = opened;
		const value = this.#parse(
			files[kind],
			file,
			data ?? (kind === 'omitted' || kind === 'names' || kind === 'editions' || kind === 'glossary' ? [] : {}),
			[]
		);
		return value === undefined ? undefined : { value, problem: (path, what, mend) => file.problem(path, what, mend) };
	}

	figures(): PlanContent['figures'] {
		const figures: PlanContent['figures'] = new Map();
		for (const name of this.#filesIn('figures')) {
			const opened = this.#open(name);
			if (!opened) continue;
			const { file, data } = opened;
			if (!isRecord(data ?? {}))
				this.#problem(
					file,
					[],
					'the file is no list of figures',
					'write each as its id with a colon, and its parts indented below.'
				);
			for (const [id, entry] of Object.entries(isRecord(data) ? data : {})) {
				if (!v.is(idSchema, id))
					this.#problem(file, [id], `“${id}” is no id`, 'an id is lower-case words joined by “-”.');
				const value = this.#parse(entries.figures, file, entry, [id]);
				if (!value) continue;
				const located = within(file, [id], value);
				if (figures.has(id))
					this.problems.push(located.problem([], `there are two figures “${id}”`, 'give one of them another id.'));
				figures.set(id, located);
			}
		}
		return figures;
	}

	/** Cards in the order of their topics. */
	cards(topics: readonly string[]): PlanContent['cards'] {
		const cards: PlanContent['cards'] = [];
		const place = (name: string) => {
			const at = topics.indexOf(stem(name));
			return at === -1 ? topics.length : at;
		};
		for (const name of this.#filesIn('cards').sort((a, b) => place(a) - place(b))) {
			const opened = this.#open(name);
			if (!opened) continue;
			const { file, data } = opened;
			if (!Array.isArray(data ?? []))
				this.#problem(file, [], 'the file is no list of cards', 'begin each card with “- id: …”.');
			const list: unknown[] = Array.isArray(data) ? data : [];
			for (const [index, entry] of list.entries()) {
				const value = this.#parse(entries.cards, file, entry, [index]);
				if (value) cards.push(within(file, [index], { ...value, topic: stem(name) }));
			}
		}
		return cards;
	}

	updates(): PlanContent['updates'] {
		return this.#filesIn('updates').flatMap((name) => {
			const id = stem(name);
			if (!v.is(idSchema, id))
				this.problems.push({
					file: name,
					line: 1,
					what: `“${id}” is no id`,
					mend: 'rename the file: lower-case words joined by “-”.'
				});
			const opened = this.#open(name);
			if (!opened) return [];
			const value = this.#parse(files.update, opened.file, opened.data, []);
			return value ? [within(opened.file, [], { ...value, id })] : [];
		});
	}

	/** A misspelt file name would silently hide what the file holds. */
	refuseStrangers(known: readonly string[]): void {
		for (const name of this.#folder.keys()) {
			if (known.includes(name) || /^(figures|cards|updates)\/[^/]+\.yaml$/.test(name) || /(^|\/)\./.test(name))
				continue;
			const translation = translated(name);
			const isLanguage = translations.some((locale) => locale === translation?.locale);
			if (translation && isLanguage && this.#folder.has(translation.name)) continue;
			this.problems.push({
				file: name,
				line: 1,
				what: !translation
					? 'this file belongs to no part of a plan'
					: isLanguage
						? `there is no ${translation.name} that it could translate`
						: `“${translation.locale}” is no language that plans are translated into`,
				mend:
					translation && !isLanguage
						? 'name the language in src/lib/plan/locale.ts, or rename its folder.'
						: 'rename or remove it; see src/content/README.md.'
			});
		}
	}

	/** A file with the translations that stand beside it. */
	#open(name: string): { file: Written; data: unknown } | undefined {
		const opened = this.#read(name);
		if (!opened) return undefined;
		const found: TranslationFile[] = [];
		for (const locale of translations) {
			const of = translationName(name, locale);
			if (!this.#folder.has(of)) continue;
			const translation = this.#read(of);
			if (translation) found.push({ locale, ...translation });
			else {
				// All its texts would be missing.
				this.broken += `\n${opened.file.textOf([])}`;
				return undefined;
			}
		}
		if (found.length === 0) return opened;
		const file = new TranslatedFile(opened.file, opened.data, found);
		this.problems.push(...file.problems);
		return { file, data: file.data };
	}

	#read(name: string): { file: YamlFile; data: unknown } | undefined {
		const text = this.#folder.get(name);
		if (text === undefined) {
			this.problems.push({
				file: name,
				line: 1,
				what: 'this file is missing',
				mend: 'see src/content/README.md for what it holds.'
			});
			return undefined;
		}
		const file = new YamlFile(name, text);
		const { data, problems } = file.read();
		if (problems) {
			this.problems.push(...problems);
			this.broken += `\n${text}`;
			return undefined;
		}
		return { file, data };
	}

	#parse<Schema extends v.GenericSchema>(
		schema: Schema,
		file: Written,
		data: unknown,
		path: Path
	): v.InferOutput<Schema> | undefined {
		const parsed = v.safeParse(schema, data);
		if (parsed.success) return parsed.output;
		this.problems.push(...shapeProblems(file, parsed.issues, path));
		const mended = v.safeParse(schema, withPlaceholders(data, parsed.issues));
		if (mended.success) return mended.output;
		this.broken += `\n${path.join(' ')} ${file.textOf(path)}`;
		return undefined;
	}

	#problem(file: Written, path: Path, what: string, mend: string): void {
		this.problems.push(file.problem(path, what, mend));
	}

	#filesIn(name: string): string[] {
		return [...this.#folder.keys()].filter((path) => path.startsWith(`${name}/`) && path.endsWith('.yaml')).sort();
	}
}

type Single = Pick<
	PlanContent,
	| 'plan'
	| 'outline'
	| 'names'
	| 'units'
	| 'facts'
	| 'topics'
	| 'comparisons'
	| 'omitted'
	| 'promises'
	| 'search'
	| 'glossary'
	| 'editions'
	| 'retired'
>;

function isWhole(single: { [Key in keyof Single]: Single[Key] | undefined }): single is Single {
	return Object.values(single).every((file) => file !== undefined);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `cards/jobs.yaml` → `jobs` */
function stem(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}

function within<Value>(file: Written, base: Path, value: Value): Located<Value> {
	return { value, problem: (path, what, mend) => file.problem([...base, ...path], what, mend) };
}
