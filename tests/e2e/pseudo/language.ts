/**
 * A third language as one would be added: files beside those of the others, and its name in the lists. It is English, said
 * otherwise (`say.ts`), and written from right to left.
 */
import { readFileSync } from 'node:fs';
import { contentFolder, readFolder } from '../../../src/commands/content-folder.ts';
import { inProject } from '../../../src/commands/project.js';
import { en as server } from '../../../src/lib/server/languages/en.ts';
import { en as worker } from '../../../src/service-worker/words/en.ts';
import { translationOf } from '../../translation.ts';
import type { Edit } from '../offline/edit.ts';
import { say } from './say.ts';

const locale = 'xb';
/** A page of it, by the path in the first language. */
export const inPseudo = (path: string) => (path === '/' ? `/${locale}` : `/${locale}${path}`);
/** Unicode's own name for English from right to left. */
const tag = 'en-XB';

/** What is added to the project: the files of a language, and a line in each list of languages. */
export async function pseudoLanguage(): Promise<Edit[]> {
	const content = translationOf(await readFolder(contentFolder), locale, say);
	return [
		...[...content].map(([name, text]) => file(`src/content/jinhua-2021/${name}`, text)),
		file(`src/words/${locale}.json`, JSON.stringify(words())),
		file(`src/lib/plan/languages/${locale}.ts`, plan),
		file(
			`src/lib/server/languages/${locale}.ts`,
			`import type { ServerWords } from './language.ts';
export const ${locale}: ServerWords = ${JSON.stringify(saidAll(server))};
`
		),
		file(
			`src/lib/speech/languages/${locale}.ts`,
			`import type { Voices } from './language.ts';
export { pace } from './en.ts';
export const voices: Voices = { is: /^${tag}$/i, best: /^/ };
`
		),
		file(
			`src/service-worker/words/${locale}.ts`,
			`import type { WorkerWords } from './words';
export const ${locale}: WorkerWords = ${JSON.stringify(saidAll(worker))};
`
		),
		...lists,
		// One picture shows that they can be drawn; all of them would take as long as the rest of the build.
		[
			'src/commands/pictures.ts',
			/faces: (?=facesOf)([^\n]+),\n/,
			`faces: facesOf(loaded, origin, (card) => editionOf(loaded.plan, editions.value, card)).filter(
		({ locale, subject }) => locale === '${locale}' && subject.kind === 'card' && subject.id === 'freight-trains'
	),
`
		]
	];
}

/** Only where there is none: a language is added, and none is changed. */
function file(path: string, text: string): Edit {
	return [path, /^$/, text];
}

/** The lists of languages, which the type checker asks to be whole: a file's languages, and what it has of each. */
const lists: readonly Edit[] = [
	['src/lib/plan/locale.ts', /(?<='en')(?=\] as const)/, `, '${locale}'`],
	['src/lib/plan/locale.ts', /(?<=en: 'en')/, `, ${locale}: '${tag}'`],
	['src/lib/ui/og-locale.ts', /(?<='en_US')/, `, ${locale}: 'en_XB'`],
	['src/words/project.inlang/settings.json', /(?<="en")/, `, "${locale}"`],
	['src/lib/plan/languages/index.ts', /^(?=import)/, `import * as ${locale} from './${locale}.ts';\n`],
	['src/lib/plan/languages/index.ts', /(?<=en: en\.language)/, `, ${locale}: ${locale}.language`],
	['src/lib/plan/languages/index.ts', /(?<=en: en\.digest)/, `, ${locale}: ${locale}.digest`],
	['src/lib/server/languages/index.ts', /^(?=import)/, `import { ${locale} } from './${locale}.ts';\n`],
	['src/lib/server/languages/index.ts', /(?<=, en)/, `, ${locale}`],
	['src/lib/speech/languages/index.ts', /^(?=import)/, `import * as ${locale} from './${locale}.ts';\n`],
	['src/lib/speech/languages/index.ts', /(?<=en: en\.voices)/, `, ${locale}: ${locale}.voices`],
	['src/lib/speech/languages/index.ts', /(?<=en: en\.pace)/, `, ${locale}: ${locale}.pace`],
	['src/lib/speech/spoken/spoken.ts', /(?<=en: spokenEnglish)/, `, ${locale}: spokenEnglish`],
	['src/service-worker/words/index.ts', /^(?=import)/, `import { ${locale} } from './${locale}';\n`],
	['src/service-worker/words/index.ts', /(?<=, en)/, `, ${locale}`]
];

/** English grammar in other letters: the same words in the same places, and longer. */
const plan = `import { digest as english, language as en } from './en.ts';
import type { Digest, Language, Length } from './language.ts';
${readFileSync(inProject('tests', 'e2e', 'pseudo', 'say.ts'), 'utf8')}
const longer = (length: Length): Length => ({ ...length, most: length.most * 1.6 });
export const digest: Digest = { ...english, title: (updates) => say(english.title(updates)) };
export const language: Language = {
	...en,
	shown: (figure, unit) => {
		if (figure.shownXb !== undefined) return { before: '', number: figure.shownXb, unit: '', after: '' };
		const { before, number, after } = en.shown(figure, unit);
		return { before: say(before), number: say(number), unit: figure.unitXb ?? unit.${locale}, after: say(after) };
	},
	number: (value, scale) => say(en.number(value, scale)),
	title: longer(en.title),
	updateTitle: longer(en.updateTitle),
	notice: {
		...en.notice,
		title: en.notice.title * 1.6,
		body: en.notice.body * 1.6,
		correction: say(en.notice.correction),
		becomes: '←',
		stillThere: { title: say(en.notice.stillThere.title), body: say(en.notice.stillThere.body) }
	}
};
`;

/** The interface's words; what is no word is what a translator would put there. */
function words(): Record<string, unknown> {
	const english = JSON.parse(readFileSync(inProject('src', 'words', 'en.json'), 'utf8')) as Record<string, unknown>;
	return {
		...Object.fromEntries(Object.entries(english).map(([key, words]) => [key, saidWords(words)])),
		language_direction: 'rtl'
	};
}

/** A text, or its forms for one and for many. */
function saidWords(words: unknown): unknown {
	if (typeof words === 'string') return say(words);
	return (words as { match: Record<string, string> }[]).map((form) => ({ ...form, match: saidAll(form.match) }));
}

function saidAll<Texts extends object>(texts: Texts): Texts {
	return Object.fromEntries(
		Object.entries(texts).map(([key, text]: [string, unknown]) => [
			key,
			typeof text === 'string' ? say(text) : saidAll(Object(text) as object)
		])
	) as Texts;
}
