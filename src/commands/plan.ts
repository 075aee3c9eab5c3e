/**
 * The editor's desk. `npm run plan -- check`: everything the build would refuse, and what the cards cover;
 * `npm run plan -- publish`: writes down what the cards now say, so that their pictures can be checked for ever;
 * `npm run plan -- updates` and the commands after it: what is told to whom; `npm run plan -- reports`: what readers say
 * is wrong.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { coverage } from '../lib/plan/coverage.ts';
import { newEdition } from '../lib/plan/edition.ts';
import { loadPlan } from '../lib/plan/load.ts';
import { ContentError } from '../lib/plan/problem.ts';
import { contentFolder, readFolder } from './content-folder.ts';

const [command = '', id = '', flag, ...rest] = process.argv.slice(2);

try {
	process.exitCode = await run();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}

async function run(): Promise<number> {
	if (command === 'check') return check();
	if (command === 'publish') return publish().then(() => 0);
	if (command === 'reports') return reports();
	const words = [id, flag, ...rest].filter(Boolean).length;
	const withId = words === 1 && !id.startsWith('-') && ['preview', 'hold', 'release', 'resend'].includes(command);
	const told = (words === 0 && command === 'updates') || withId || (words === 2 && command === 'resend');
	return told ? tell() : usage();
}

async function tell(): Promise<number> {
	const loaded = loadPlan(await readFolder(contentFolder));
	// Loaded only here: the check needs no database.
	const desk = await import('./updates/desk.ts');
	switch (command) {
		case 'preview':
			return desk.preview(loaded, id);
		case 'hold':
			return desk.hold(loaded, id);
		case 'release':
			return desk.release(loaded, id);
		case 'resend':
			return desk.resend(loaded, id, flag);
		default:
			return desk.list(loaded);
	}
}

async function reports(): Promise<number> {
	const { plan } = loadPlan(await readFolder(contentFolder));
	const desk = await import('./reports/desk.ts');
	if (id === '') return desk.list(plan);
	const number = Number(flag);
	const [how, update] = rest;
	const answered = how === '--with' && update !== undefined;
	if (id !== 'close' || !Number.isInteger(number) || !(answered || how === '--unchanged')) return usage();
	return desk.close(plan, number, answered ? update : null);
}

function usage(): number {
	console.error(`npm run plan -- check                   checks the content and prints its coverage
npm run plan -- publish                 adds what the cards now say to editions.yaml
npm run plan -- updates                 lists the updates: state, audience, what became of them
npm run plan -- preview {id}            what readers of each topic get, in both languages
npm run plan -- hold {id}               stops telling an update; release {id} lets it go on
npm run plan -- resend {id} --failed    tells those again whom push services refused or could not take
npm run plan -- resend {id} --maybe     and those of whom nobody knows whether they were told
npm run plan -- reports                 lists what readers say is wrong, by figure
npm run plan -- reports close {number} --with {update}   it is answered by a correction; --unchanged: nothing was wrong`);
	return 2;
}

async function check(): Promise<number> {
	try {
		const { plan, lookup } = loadPlan(await readFolder(contentFolder));
		const { sentences, onCards, leftOff, cards, figures, kinds, withoutEvidence } = coverage(plan);
		console.log(`${plan.title.zh}  version ${plan.version}
sentences             ${sentences}
  on cards            ${onCards}
  left off            ${leftOff}
cards                 ${cards} in ${plan.topics.length} topics
figures               ${figures} (${Object.entries(kinds)
			.map(([kind, count]) => `${kind} ${count}`)
			.join(', ')})
  without evidence    ${withoutEvidence}
updates               ${plan.updates.length}
in no edition yet     ${Object.keys(newEdition(plan, lookup.content.editions.value).cards).length} cards`);
		return 0;
	} catch (error) {
		if (!(error instanceof ContentError)) throw error;
		console.error(error.message);
		return 1;
	}
}

/** Adds only: the cards whose words or figures no edition has yet. */
async function publish(): Promise<void> {
	const { plan, lookup } = loadPlan(await readFolder(contentFolder));
	const edition = newEdition(plan, lookup.content.editions.value);
	const count = Object.keys(edition.cards).length;
	if (count > 0) {
		const file = join(contentFolder, 'editions.yaml');
		const before = await readFile(file, 'utf8').catch(
			() => '# Written by `npm run plan -- publish`; never changed by hand.\n'
		);
		await writeFile(file, before + stringify([edition], { lineWidth: 0 }));
	}
	console.log(
		count === 0 ? 'Every card is in an edition already.' : `${count} cards added to the edition of ${edition.date}.`
	);
}
