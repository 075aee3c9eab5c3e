/** What the browser shows of itself; only the hint for WeChat looks at its name. */
export interface PushSigns {
	hasWorker: boolean;
	hasPush: boolean;
	permission: NotificationPermission | undefined;
	/** `navigator.standalone`, which only Apple's phones have: false in a tab. */
	iosStandalone: boolean | undefined;
	userAgent: string;
}

/** Whether notifications can work here, and why not. */
export type Possible = 'available' | 'install-first' | 'blocked' | 'wechat' | 'no-worker' | 'no-push';

export function possible({ hasWorker, hasPush, permission, iosStandalone, userAgent }: PushSigns): Possible {
	if (/MicroMessenger/i.test(userAgent) && !hasPush) return 'wechat';
	// In a tab Apple's phones hide everything about push; on the home screen it is there.
	if (!hasPush && iosStandalone === false) return 'install-first';
	if (!hasWorker) return 'no-worker';
	if (!hasPush || permission === undefined) return 'no-push';
	return permission === 'denied' ? 'blocked' : 'available';
}

export function pushSigns(): PushSigns {
	const { standalone } = navigator as { standalone?: boolean };
	return {
		hasWorker: 'serviceWorker' in navigator,
		hasPush: 'PushManager' in globalThis,
		permission: 'Notification' in globalThis ? Notification.permission : undefined,
		iosStandalone: standalone,
		userAgent: navigator.userAgent
	};
}

/** What the browser shows of its maker; it decides about a word only. */
export interface MakerSigns {
	/** `navigator.userAgentData`, which Chromium has. */
	brands: readonly string[] | undefined;
	platform: string | undefined;
	isGecko: boolean;
	isWebKit: boolean;
}

export type Owner = 'Google' | 'Mozilla' | 'Apple' | 'Microsoft';

/** Who will most likely carry this browser's notifications; nothing, where that shows only afterwards, in the endpoint. */
export function likelyOwner({ brands, platform, isGecko, isWebKit }: MakerSigns): Owner | undefined {
	if (isGecko) return 'Mozilla';
	if (brands) {
		// Edge asks Microsoft's service on Windows, and Google's on Android.
		if (!brands.includes('Microsoft Edge') || platform === 'Android') return 'Google';
		return platform === 'Windows' ? 'Microsoft' : undefined;
	}
	return isWebKit ? 'Apple' : undefined;
}

export function makerSigns(): MakerSigns {
	const { userAgentData } = navigator as {
		userAgentData?: { brands: readonly { brand: string }[]; platform: string };
	};
	return {
		brands: userAgentData?.brands.map(({ brand }) => brand),
		platform: userAgentData?.platform,
		isGecko: 'mozInnerScreenX' in globalThis,
		isWebKit: 'GestureEvent' in globalThis
	};
}

const owners: readonly (readonly [RegExp, Owner])[] = [
	[/(^|\.)googleapis\.com$/, 'Google'],
	[/(^|\.)push\.services\.mozilla\.com$/, 'Mozilla'],
	[/(^|\.)push\.apple\.com$/, 'Apple'],
	[/(^|\.)notify\.windows\.com$/, 'Microsoft']
];

/** Who runs the push service of an endpoint, if it is one of the four. */
export function ownerOf(endpoint: string): Owner | undefined {
	const { hostname } = new URL(endpoint);
	return owners.find(([host]) => host.test(hostname))?.[1];
}
