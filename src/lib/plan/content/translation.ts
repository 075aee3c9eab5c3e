import { locales, type Translation } from '../locale.ts';
import type { Problem } from '../problem.ts';
import type { Path, Place, Written, YamlFile } from './yaml-file.ts';

/** The languages after the plan's own. */
export const [, ...translations] = locales;

/** What a translation may say of a figure beside its texts; inline these keys carry the language: `unitEn`. */
export const figureWords = ['unit', 'shown'] as const;
export type FigureWord = (typeof figureWords)[number];
export type FigureWordKey<Language extends Translation = Translation> = `${FigureWord}${Capitalize<Language>}`;

/** `unit`, `de` → `unitDe` */
export function figureWordKey<Language extends Translation>(
	word: FigureWord,
	locale: Language
): `${FigureWord}${Capitalize<Language>}` {
	return `${word}${locale.charAt(0).toUpperCase()}${locale.slice(1)}` as FigureWordKey<Language>;
}

/** A file that says in one language what another file of the plan says: `languages/de/cards/jobs.yaml`. */
export interface TranslationFile {
	locale: Translation;
	file: YamlFile;
	data: unknown;
}

/** Where the translation of a plan's file is kept. */
export function translationName(name: string, locale: Translation): string {
	return `languages/${locale}/${name}`;
}

/** `languages/de/cards/jobs.yaml` → de, cards/jobs.yaml; undefined for a file that is no translation. */
export function translated(name: string): { locale: string; name: string } | undefined {
	const [, locale, of] = /^languages\/([^/]+)\/(.+)$/.exec(name) ?? [];
	return locale === undefined || of === undefined ? undefined : { locale, name: of };
}

/**
 * A file of the plan with the translations that stand in files of their own, each put where an inline one would be: the
 * rules know no difference. What they find wrong with a translation is told at its line in its own file.
 */
export class TranslatedFile implements Written {
	readonly data: unknown;
	readonly problems: Problem[] = [];
	readonly #original: YamlFile;
	readonly #translations: readonly TranslationFile[];

	/** @param data of the original; the translations are written into it */
	constructor(original: YamlFile, data: unknown, translations: readonly TranslationFile[]) {
		this.#original = original;
		this.data = data;
		this.#translations = translations;
		for (const translation of translations) this.#add(translation, data, translation.data ?? {}, []);
	}

	textOf(path: Path): string {
		return this.#original.textOf(path);
	}

	place(path: Path): Place {
		if (this.#original.has(path)) return { file: this.#original, path };
		for (const { locale, file, data } of this.#translations) {
			const own = pathIn(this.data, data, path, locale);
			if (own) return { file, path: own };
		}
		return { file: this.#original, path };
	}

	problem(path: Path, what: string, mend: string): Problem {
		const { file, path: own } = this.place(path);
		return file.problem(own, what, mend);
	}

	#add(translation: TranslationFile, original: unknown, said: unknown, path: Path): void {
		const { locale, file } = translation;
		const members = isObject(said) ? Object.entries(said) : [];
		if (!isObject(said) || !isObject(original)) {
			this.problems.push(file.problem(path, 'nothing is translated here', `see ${this.#original.name}.`));
		}
		for (const [key, value] of members) {
			const at = [...path, key];
			const part = isObject(original) ? original[keyIn(original, key)] : undefined;
			const word = figureWords.find((word) => word === key);
			if (word && isRecord(original) && !isObject(part)) original[figureWordKey(word, locale)] = value;
			else if (isRecord(value) || (Array.isArray(value) && Array.isArray(part))) {
				if (isObject(part)) this.#add(translation, part, value, at);
				else this.#refuse(file, at, key);
			} else if (!isRecord(part)) this.#refuse(file, at, key);
			else if (locale in part) {
				const where = `it stands in ${this.#original.name} already`;
				this.problems.push(file.problem(at, `“${key}” is translated twice: ${where}`, 'take one out.'));
			} else part[locale] = value;
		}
	}

	#refuse(file: YamlFile, path: Path, key: string): void {
		this.problems.push(
			file.problem(
				path,
				`“${key}” is no text of ${this.#original.name}`,
				'correct its spelling or indentation, or take it out; see src/content/README.md.'
			)
		);
	}
}

/** Items of a list go by their names, so that a translation holds when the list gets a new order; without one by number. */
function keyIn(original: Readonly<Record<string, unknown>>, key: string): string {
	if (!Array.isArray(original)) return key;
	const at = original.findIndex((item) => nameOf(item) === key);
	return at === -1 ? key : String(at);
}

/** What an item of a list is called: a card's id, the sentence that is left off, a name's own spelling. */
function nameOf(item: unknown): string | undefined {
	if (!isRecord(item)) return undefined;
	const spelling = 'quote' in item ? item[locales[0]] : undefined;
	return [item.id, item.sentence, spelling].find((name) => typeof name === 'string');
}

/**
 * Where a translation says what stands at `path` in the translated data; undefined when that is not in this language.
 * `[0, 'title', 'de']` → `['urban-jobs', 'title']`
 */
function pathIn(data: unknown, said: unknown, path: Path, locale: Translation): Path | undefined {
	const own: (string | number)[] = [];
	let inLanguage = false;
	for (const part of path) {
		const word = figureWords.find((word) => figureWordKey(word, locale) === part);
		if (part === locale || word) {
			inLanguage = true;
			if (word) own.push(word);
			continue;
		}
		const item = isObject(data) ? data[part] : undefined;
		const key = Array.isArray(data) && isRecord(said) ? (nameOf(item) ?? part) : part;
		own.push(key);
		data = item;
		said = isObject(said) ? said[key] : undefined;
	}
	return inLanguage ? own : undefined;
}

/** A list too. */
function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return isObject(value) && !Array.isArray(value);
}
