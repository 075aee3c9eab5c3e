import { safely } from '../safely';
import { worker } from '../worker';
import { tellPages } from './pages';

/** TypeScript's library does not have the event; where it exists, the new subscription may be missing. */
interface SubscriptionChange extends ExtendableEvent {
	oldSubscription?: PushSubscription | null;
	newSubscription?: PushSubscription | null;
}

/**
 * The browser has exchanged the subscription. A new one is made, so that the next start finds it and tells the server;
 * open pages do at once. Nothing relies on this event: iOS never sends it, and every start compares.
 */
export async function answerSubscriptionChange(event: Event): Promise<void> {
	const { oldSubscription, newSubscription } = event as SubscriptionChange;
	const key = oldSubscription?.options.applicationServerKey;
	if (!newSubscription && key) {
		await safely(() => worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
	}
	await tellPages({ type: 'RESUBSCRIBED' });
}
