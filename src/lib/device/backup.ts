import * as v from 'valibot';
import { locales } from '../plan/locale.ts';
import { inKeyOrder, type DeviceState, type Json } from './records.ts';

/** What means the same in another browser: push belongs to the one that it was set up in, and so does what waits to be sent. */
type Portable = Omit<DeviceState, 'push' | 'reports'>;

/** The file a reader keeps: all that the device holds. A reader of version 1 must stay when there is a version 2. */
export interface Backup extends Portable {
	app: 'kandong';
	format: 1;
}

/**
 * - `foreign`: no file of this app;
 * - `newer`: written by a newer version of it;
 * - `damaged`: this app's file, but something in it is wrong.
 */
export type BackupFault = 'foreign' | 'newer' | 'damaged';

export class BackupError extends Error {
	override name = 'BackupError';
	readonly fault: BackupFault;

	/** @param where the path to what is wrong, such as `follows.2.since` */
	constructor(fault: BackupFault, where?: string) {
		super(where === undefined ? `The file is ${fault}.` : `The file is ${fault} at ${where}.`);
		this.fault = fault;
	}
}

const id = v.pipe(v.string(), v.nonEmpty());
const time = v.pipe(v.string(), v.isoTimestamp());

const json: v.GenericSchema<Json> = v.lazy(() =>
	v.union([
		v.string(),
		v.pipe(v.number(), v.finite()),
		v.boolean(),
		v.null(),
		v.array(json),
		v.record(v.string(), json)
	])
);

const stateSchema = v.object({
	follows: v.array(v.object({ topic: id, since: time })),
	reading: v.array(v.object({ card: id, version: v.string(), at: time })),
	inbox: v.array(v.object({ update: id, read: v.picklist([0, 1]), at: time, told: v.exactOptional(time) })),
	editions: v.pipe(
		v.array(
			v.object({
				version: id,
				date: v.string(),
				figures: v.record(v.string(), v.object(v.entriesFromList(locales, v.exactOptional(v.string())))),
				seenAt: time
			})
		),
		v.maxLength(1)
	),
	settings: v.array(v.object({ key: id, value: json }))
});

const headSchema = v.object({ app: v.literal('kandong'), format: v.pipe(v.number(), v.integer(), v.minValue(1)) });

export function toBackup({ follows, reading, inbox, editions, settings }: DeviceState): Backup {
	return { app: 'kandong', format: 1, follows, reading, inbox, editions, settings };
}

/**
 * Checks a file's content, parsed from JSON.
 * @throws {BackupError} when it is none that this app wrote.
 */
export function readBackup(content: unknown): Portable {
	const head = v.safeParse(headSchema, content);
	if (!head.success) throw new BackupError('foreign');
	if (head.output.format > 1) throw new BackupError('newer');
	const { success, output, issues } = v.safeParse(stateSchema, content);
	if (!success) throw new BackupError('damaged', v.getDotPath(issues[0]) ?? undefined);
	return {
		follows: inKeyOrder('follows', output.follows),
		reading: inKeyOrder('reading', output.reading),
		inbox: inKeyOrder('inbox', output.inbox),
		editions: output.editions,
		settings: inKeyOrder('settings', output.settings)
	};
}
