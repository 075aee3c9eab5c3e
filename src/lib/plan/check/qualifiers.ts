import type { FigureEntry } from '../content/schema.ts';
import { prefixes, qualifiersOf } from '../as-printed.ts';

/** What stands around a figure’s number in its sentence; `quoteAfter` only as far as the quote goes. */
export interface Surroundings {
	before: string;
	after: string;
	quoteAfter: string;
	many: boolean;
}

export type Finding = readonly [path: string, what: string, mend: string];

/** 以上, 多, 增长 …: what the text puts beside the number belongs to the figure, and nothing else does. */
export function checkQualifiers(figure: FigureEntry, around: Surroundings): Finding[] {
	const declared = qualifiersOf(figure);
	const findings: Finding[] = [];
	const require = (word: string, stands: boolean, mayStand = stands) => {
		if (stands && !declared.includes(word)) {
			findings.push([
				'value',
				`the text says “${word}” with this number and the figure leaves it out`,
				`add qualifier: ${[...declared, word].join('…')}.`
			]);
		}
		if (!mayStand && declared.includes(word)) {
			findings.push([
				'qualifier',
				`the quote does not say “${word}” with this number`,
				'take it out of qualifier, or quote the words that say it.'
			]);
		}
	};
	const said = prefixesBefore(around.before);
	for (const word of prefixes) require(word, said.includes(word));
	require('多', around.many);
	require('以上', around.after.startsWith('以上'), around.after.startsWith('以上') || endsList(around.quoteAfter));
	return findings;
}

/** The qualifiers directly before a number, several in a row too: 增长约20%. */
function prefixesBefore(before: string): string[] {
	const word = prefixes.find((prefix) => before.endsWith(prefix));
	// 节约, 签约 and 合约 are verbs and nouns, not “about”.
	if (word === undefined || /[节签合公制条预特违履]约$/.test(before)) return [];
	return [word, ...prefixesBefore(before.slice(0, -word.length))];
}

/** In a list, 以上 may stand once, after the last number (300家、1000家、5个以上): the quote must then reach it. */
function endsList(after: string): boolean {
	return /^、[^,，。;；]*以上(?=[、,，。;；]|$)/.test(after);
}

/** 确保, 力争 and 争创 make a promise as firm as it is: the nearest one in the number’s own clause counts. */
export function checkStrength(figure: FigureEntry, before: string): Finding[] {
	if (figure.kind !== 'target') return [];
	const clause = before.split(/[,，;；]/).at(-1) ?? '';
	const [promised] = ['确保', '力争', '争创']
		.filter((word) => clause.includes(word))
		.sort((a, b) => clause.lastIndexOf(b) - clause.lastIndexOf(a));
	if (promised !== undefined && figure.strength !== promised) {
		return [
			[
				'strength',
				`the text promises this with “${promised}” and the figure ${figure.strength === undefined ? 'leaves it out' : `says “${figure.strength}”`}`,
				`write strength: ${promised}.`
			]
		];
	}
	if (figure.strength !== undefined && !before.includes(figure.strength)) {
		return [['strength', `the sentence does not say “${figure.strength}” before this number`, 'take strength out.']];
	}
	return [];
}
