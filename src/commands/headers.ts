/**
 * What a page's meta tag can't say (frame-ancestors), and what holds for answers that are no pages.
 * A browser enforces this policy and the page's own: nothing here may forbid the scripts that the page's hashes allow.
 */
const contentSecurityPolicy = (framedBy: string) =>
	`frame-ancestors ${framedBy}; base-uri 'none'; object-src 'none'; form-action 'self'`;

/** A card for other sites' pages. It runs no script and changes nothing, so that nobody can be tricked into a click there. */
const embed = /^(?:\/[a-z]{2})?\/embed\/[a-z0-9-]+$/;

/**
 * Whether any site may show the answer in a frame: embeds that are there, and nothing else. One that leads on to another
 * card's must be allowed too: some browsers ask the redirect itself.
 */
export function mayBeFramed(path: string, status: number): boolean {
	return embed.test(path) && [200, 304, 308].includes(status);
}

const allowed = ['web-share', 'clipboard-write', 'fullscreen'];
const denied = [
	'accelerometer',
	'autoplay',
	'camera',
	'display-capture',
	'encrypted-media',
	'geolocation',
	'gyroscope',
	'hid',
	'idle-detection',
	'local-fonts',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'publickey-credentials-create',
	'publickey-credentials-get',
	'screen-wake-lock',
	'serial',
	'storage-access',
	'usb',
	'window-management',
	'xr-spatial-tracking'
];
const permissionsPolicy = [
	...allowed.map((feature) => `${feature}=(self)`),
	...denied.map((feature) => `${feature}=()`)
].join(', ');

/** Headers for every answer of the site at this origin. */
export function securityHeaders(origin: string, framable = false): Record<string, string> {
	return {
		'content-security-policy': contentSecurityPolicy(framable ? '*' : "'none'"),
		// Says the same to browsers from before frame-ancestors; it knows no “everybody”.
		...(!framable && { 'x-frame-options': 'DENY' }),
		'x-content-type-options': 'nosniff',
		// Other sites learn nothing, not even that readers come from here.
		'referrer-policy': 'same-origin',
		'permissions-policy': permissionsPolicy,
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		...(origin.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' })
	};
}

const hour = 'public, max-age=3600';
const year = 'public, max-age=31536000, immutable';
/** Kept, but asked about each time: the entity tag makes the answer short. */
const revalidate = 'no-cache';

/** Pages, data, tables, feeds and the worker: what a deploy changes under the same address. */
const changing = /\.(csv|html|js|json|webmanifest|xml)$/;

/**
 * What a file's ending alone doesn't say: which XML and JSON is a feed, so that browsers offer to subscribe to it, and how
 * the text of a table is encoded.
 */
export function fileType(path: string): string | undefined {
	if (path.endsWith('.csv')) return 'text/csv; charset=utf-8';
	const ending = /\/feeds\/[^/]+\.(xml|json)$/.exec(path)?.[1];
	if (ending === undefined) return undefined;
	return ending === 'xml' ? 'application/atom+xml; charset=utf-8' : 'application/feed+json';
}

/** How long an answer may be kept, where its route has not said so itself. */
export function cacheControl(path: string, status: number): string {
	// A 404 for a picture that the next deploy brings must not outlive that deploy.
	if (status !== 200 && status !== 206 && status !== 304) return revalidate;
	if (path.startsWith('/_app/immutable/')) return year;

	const name = path.slice(path.lastIndexOf('/') + 1);
	return name.includes('.') && !changing.test(name) ? hour : revalidate;
}
