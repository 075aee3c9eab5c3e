/** What becomes of a message after an answer. Pure. */
import type { Answered } from '../answer.ts';

export type NextStep =
	| { kind: 'accepted' }
	/** The subscription goes, and with it all that was to be sent to it. */
	| { kind: 'delete' }
	| { kind: 'retry'; at: Date }
	/** Nothing more is tried; the publisher can (`resend --failed`). */
	| { kind: 'fail' };

export interface Attempt {
	/** How many there were, this one included. */
	attempts: number;
	/** After that it is no longer news. */
	expires: Date;
	now: Date;
	/** Seconds before the first repetition; it doubles from one to the next. */
	firstRetry: number;
	/** From 0 to 1: spreads the repetitions of many that failed together. */
	random: number;
}

const longestRetry = 60 * 60;
/** A refusal is about our key or request, so asking again soon cannot help. */
const afterRefusal = 15 * 60;

export function nextStep(answer: Answered, attempt: Attempt): NextStep {
	switch (answer.kind) {
		case 'accepted':
			return { kind: 'accepted' };
		case 'gone':
			return { kind: 'delete' };
		case 'tooLarge':
			return { kind: 'fail' };
		case 'wait':
			// Not before the service said, and not all at that very second.
			return retry(
				attempt,
				answer.seconds === undefined ? backOff(attempt) : answer.seconds * (1 + attempt.random / 4)
			);
		case 'refused':
			return retry(attempt, Math.max(afterRefusal, backOff(attempt)));
		case 'unreachable':
			return retry(attempt, backOff(attempt));
	}
}

function backOff({ attempts, firstRetry, random }: Attempt): number {
	const whole = Math.min(firstRetry * 2 ** Math.min(attempts - 1, 16), longestRetry);
	return whole * (0.5 + random / 2);
}

function retry({ now, expires }: Attempt, seconds: number): NextStep {
	const at = new Date(now.getTime() + seconds * 1000);
	return at < expires ? { kind: 'retry', at } : { kind: 'fail' };
}
