/** The publisher's desk: what goes out, to how many, and what became of it. Each command resolves to its exit code. */
import { locales } from '../../lib/plan/locale.ts';
import type { LoadedPlan } from '../../lib/plan/load.ts';
import { updateNotification } from '../../lib/plan/notification.ts';
import {
	closedHosts,
	holdUpdate,
	releaseUpdate,
	resend as sendAgain,
	updateLines
} from '../../lib/server/push/publisher.ts';
import { withDatabase } from '../with-database.ts';

/** What a delivery's state means to the publisher. */
const inWords: Record<string, string> = {
	accepted: 'told',
	queued: 'waiting',
	claimed: 'waiting',
	digest: 'waiting for their digest',
	sending: 'being told',
	failed: 'given up',
	maybe: 'perhaps told',
	held: 'held back',
	withdrawn: 'not told (unfollowed or corrected meanwhile)'
};

/** Each update with its state and audience, and which push services are not sent to. */
export function list({ lookup }: LoadedPlan): Promise<number> {
	return withDatabase(async ({ kysely }) => {
		for (const { id, date, notify, state, audience, deliveries } of await updateLines(kysely, lookup)) {
			const said = notify ? state : 'not told (notify: false)';
			console.log(
				`${date}  ${id}\n            ${[said, `${audience} follow its topics`, ...told(deliveries)].join('; ')}`
			);
		}
		for (const { host, reason, until } of await closedHosts(kysely))
			console.log(`Nothing is sent to ${host} until ${until.toISOString()}: it ${reason}.`);
	});
}

function told(deliveries: Record<string, number>): string[] {
	const counts = new Map<string, number>();
	for (const [state, count] of Object.entries(deliveries)) {
		const words = inWords[state] ?? state;
		counts.set(words, (counts.get(words) ?? 0) + count);
	}
	return [...counts].map(([words, count]) => `${count} ${words}`);
}

/** What readers of each topic get, in both languages. Needs no database. */
export function preview({ lookup }: LoadedPlan, id: string): number {
	const update = lookup.content.updates.find(({ value }) => value.id === id)?.value;
	if (!update) return unknown(id);
	for (const topic of update.topics) {
		for (const locale of locales) {
			const { title, body, path } = updateNotification(lookup, update, topic, locale);
			console.log(`${topic} (${locale})\n  ${title}\n  ${body}\n  → ${path}\n`);
		}
	}
	return 0;
}

export async function hold({ lookup }: LoadedPlan, id: string): Promise<number> {
	const update = lookup.content.updates.find(({ value }) => value.id === id)?.value;
	if (!update) return unknown(id);
	return withDatabase(async ({ kysely }) => {
		const { back, told } = await holdUpdate(kysely, lookup, id);
		console.log(
			`“${id}” is held: ${readers(back)} who would still be told are not. npm run plan -- release ${id} lets it go on.`
		);
		if (told > 0) console.log(`${readers(told)} had been told already, which a correction can set right.`);
		if (!update.notify) console.log('It says notify: false, so it is told to nobody anyway.');
	});
}

export function release(_plan: LoadedPlan, id: string): Promise<number> {
	return withDatabase(async ({ kysely }) => {
		const count = await releaseUpdate(kysely, id);
		console.log(
			`“${id}” goes on: ${readers(count)} for whom it was held back are told, and who follows its topics and was not.`
		);
	});
}

/** @param flag which of those that were given up */
export async function resend(_plan: LoadedPlan, id: string, flag: string | undefined): Promise<number> {
	const which = ({ '--failed': 'failed', '--maybe': 'maybe' } as const)[flag ?? ''];
	if (which === undefined) {
		console.error(`npm run plan -- resend ${id} --failed    tells those whom push services refused, or could not take in two days
npm run plan -- resend ${id} --maybe     tells those who were perhaps told: two workers died while telling them`);
		return 2;
	}
	return withDatabase(async ({ kysely }) => {
		const count = await sendAgain(kysely, id, which);
		console.log(count === 0 ? `“${id}”: there is nobody to tell again.` : `“${id}”: ${readers(count)} are told again.`);
	});
}

function readers(count: number): string {
	return count === 1 ? '1 reader' : `${count} readers`;
}

function unknown(id: string): number {
	console.error(`There is no update “${id}”: npm run plan -- updates lists them.`);
	return 1;
}
