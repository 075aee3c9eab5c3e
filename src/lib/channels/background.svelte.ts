import { clearMail, readMail } from '$lib/device/mailbox';
import { beginLooks, endLooks, looks, type Looks } from '$lib/push/periodic';

/** Looks for news that the browser makes by itself, where it does; without any push service. */
export class Background {
	stage = $state<Looks>('none');
	/** ISO time of the last look. */
	woke = $state<string>();

	async look(): Promise<void> {
		this.stage = await looks();
		if (this.stage === 'on') this.woke = await readMail('woke');
	}

	async turnOn(): Promise<void> {
		try {
			// Without it the icon still counts.
			await Notification.requestPermission();
			await beginLooks();
		} catch {
			// The permission went meanwhile; what is so now is shown.
		}
		await this.look();
	}

	async turnOff(): Promise<void> {
		await endLooks();
		await clearMail('woke');
		await this.look();
	}
}
