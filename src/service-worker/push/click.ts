/** The parts of a window that a click needs. */
export interface Window {
	url: string;
	visibilityState: DocumentVisibilityState;
	focus: () => Promise<unknown>;
	navigate: (address: string) => Promise<unknown>;
}

export interface Windows<Open extends Window> {
	matchAll: (options: { type: 'window' }) => Promise<readonly Open[]>;
	openWindow: (address: string) => Promise<unknown>;
}

/**
 * Leads to what the notification is about: in the app's window when there is one, else in a new one, never in both. A
 * window that already shows it is only brought to the front.
 */
export async function follow<Open extends Window>(address: string, windows: Windows<Open>): Promise<void> {
	const open = await windows.matchAll({ type: 'window' });
	const window =
		open.find(({ url }) => url === address) ?? open.find((one) => one.visibilityState === 'visible') ?? open[0];
	if (!window) {
		await windows.openWindow(address);
		return;
	}
	await window.focus();
	if (window.url !== address) await window.navigate(address);
}
