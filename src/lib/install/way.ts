/** How this reader can put the app on the home screen. */
export type InstallWay = 'installed' | 'prompt' | 'wechat' | 'ios-steps' | 'browser-menu';

/** What the browser shows of itself. */
export interface InstallSigns {
	/** The page runs in a window of its own. */
	standalone: boolean;
	/** The browser has handed over its own install dialog. */
	hasPrompt: boolean;
	/** `navigator.standalone`: only iOS has it. */
	iosStandalone: boolean | undefined;
	userAgent: string;
}

export function installWay({ standalone, hasPrompt, iosStandalone, userAgent }: InstallSigns): InstallWay {
	if (standalone || iosStandalone === true) return 'installed';
	if (hasPrompt) return 'prompt';
	// Before the iOS steps: WeChat on an iPhone has `navigator.standalone` too, but no way to the home screen.
	if (/MicroMessenger/i.test(userAgent)) return 'wechat';
	if (iosStandalone === false) return 'ios-steps';
	return 'browser-menu';
}

/** What decides about the one line on the home page; what is not known yet is undefined. */
export interface LineSigns {
	way: InstallWay | undefined;
	/** How many cards the reader has read. */
	cardsRead: number | undefined;
	minCards: number;
	dismissed: boolean | undefined;
}

/** Offered once someone has found the app useful, and never again after a no. In doubt: not. */
export function offersLine({ way, cardsRead, minCards, dismissed }: LineSigns): boolean {
	if (way === undefined || way === 'installed') return false;
	return dismissed === false && cardsRead !== undefined && cardsRead >= minCards;
}
