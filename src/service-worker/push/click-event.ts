import { worker } from '../worker';
import { follow } from './click';

export async function answerClick({ notification }: NotificationEvent): Promise<void> {
	notification.close();
	const { navigate } = (notification.data ?? {}) as { navigate?: string };
	await follow(navigate ?? `${location.origin}/following`, worker.clients);
}
