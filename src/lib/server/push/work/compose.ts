import { digestNotification, payload, smallPayload, type Notification } from '../../../plan/notification.ts';
import type { SendOptions } from '../sender.ts';
import type { Message } from './claim.ts';
import type { Messages } from './messages.ts';
import type { ToldUpdate } from './told-updates.ts';

export interface Composed {
	payload: string;
	/** For a push service that finds the first too large. */
	small: string;
	/** Updates of the message that the reader no longer wants. */
	dropped: number[];
	options: Omit<SendOptions, 'ttl'>;
}

/** How many ids of a digest's updates fit beside its text. */
const mostIds = 20;

/**
 * A message in its reader's language, under a topic that the reader follows.
 * @returns undefined when the reader follows nothing of it any more; a correction is told all the same
 */
export function compose(
	message: Message,
	updates: ReadonlyMap<number, ToldUpdate>,
	origin: string,
	opaque: (name: string) => string
): Composed | undefined {
	const wanted = message.updates.flatMap((number) => {
		const update = updates.get(number);
		const topic = update && topicFor(update, message.topics);
		const notification = topic === undefined ? undefined : update?.messages[topic]?.[message.locale];
		return update && topic !== undefined && notification ? [{ number, id: update.id, topic, notification }] : [];
	});
	const [first, ...others] = wanted;
	if (!first) return undefined;
	const kept = new Set(wanted.map(({ number }) => number));
	const dropped = message.updates.filter((number) => !kept.has(number));
	const said: Notification =
		others.length === 0
			? first.notification
			: digestNotification(
					wanted.map(({ notification }) => notification.title),
					message.locale,
					`digest-${first.id}`
				);
	const data =
		others.length === 0
			? ({ kind: 'update', update: first.id, topic: first.topic } as const)
			: ({ kind: 'digest', updates: wanted.slice(0, mostIds).map(({ id }) => id) } as const);
	return {
		payload: payload(said, origin, data),
		small: smallPayload(said, origin),
		dropped,
		options: { urgency: urgencyFor(message), topic: opaque(`${message.id} ${said.tag}`) }
	};
}

function topicFor({ messages, correction }: { messages: Messages; correction: boolean }, followed: readonly string[]) {
	const topics = Object.keys(messages);
	return topics.find((topic) => followed.includes(topic)) ?? (correction ? topics[0] : undefined);
}

/** Apple delivers only what is urgent without delay; elsewhere normal spares the battery, and a digest may wait for the screen. */
function urgencyFor({ host, bundled }: Message): SendOptions['urgency'] {
	if (bundled) return 'normal';
	return host.endsWith('.push.apple.com') ? 'high' : 'normal';
}
