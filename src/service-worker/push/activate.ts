import { clearMail, writeMail, type Mailbox } from '$lib/device/mailbox';
import { safely } from '../safely';

/** Proves to the server that this device gets what is sent to its endpoint. Without a network now, the page does it later. */
export async function activate({ id, token }: Mailbox['activation']): Promise<void> {
	await safely(() => writeMail('activation', { id, token }));
	await safely(async () => {
		const response = await fetch(`/api/push/subscriptions/${id}/activate`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ token })
		});
		if (response.status < 500) await clearMail('activation');
	});
}
