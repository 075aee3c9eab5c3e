import type { Logger } from './log.ts';
import type { Target } from '../sender.ts';

/** What the work needs to know; times are seconds. */
export interface WorkSettings {
	/** The site's address, for links in notifications. */
	origin: string;
	/** Opens what the database holds of a subscription. */
	readTarget: (id: string, sealed: Uint8Array) => Target;
	/** Makes Topic headers from names: 32 letters from which a push service learns nothing. */
	opaque: (name: string) => string;
	log?: Logger;
	now?: () => Date;
	/** How long a message belongs to a worker that lives and says nothing. Longer than any answer takes. */
	lease?: number;
	/** How often each worker looks whether another one has died. */
	lookEvery?: number;
	/** How long no worker must have died before what was under way then is sent again. Longer than most answers take. */
	calm?: number;
	/** How often each worker looks for what is due and nobody does. */
	sweepEvery?: number;
	/** How often each worker asks its queues for a job; at least 0.5. */
	pollEvery?: number;
	/** Before a message is first sent again; doubles from one try to the next. */
	firstRetry?: number;
	/** How many subscription numbers are covered by one step of a fan-out. */
	range?: number;
}

export type Settled = Required<WorkSettings>;

/** News that a device could not get in two days is no longer pushed; the app shows it anyway. */
export const timeToLive = 48 * 60 * 60;
