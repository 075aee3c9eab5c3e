/** What the worker tells open pages about pushes. */
export type PushMessage =
	| { type: 'PUSH'; kind: 'update' | 'digest' | 'warning' | 'activation' | 'test' | 'unknown' }
	| { type: 'RESUBSCRIBED' };

export function isPushMessage(value: unknown): value is PushMessage {
	const type: unknown = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
	return type === 'PUSH' || type === 'RESUBSCRIBED';
}
