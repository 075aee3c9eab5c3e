/** Words of the interface, compiled: anything that speaks to a reader may use them. */
const words = 'paraglide';
const capability = ['ui', 'elder', 'device', 'push', 'plan', words];

/**
 * What each part of the source may import beside itself. Imports run one way, so that a part can be read, tested and
 * changed without the parts above it; pages may import everything in the library, and nobody imports pages.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const layers = {
	plan: [],
	device: ['plan'],
	/** 长辈版's addresses and pages: pure. */
	elder: [],
	ui: ['plan', words],
	push: ['device', 'plan', words],
	deck: capability,
	chart: capability,
	share: capability,
	print: capability,
	save: capability,
	speech: capability,
	search: capability,
	settings: capability,
	following: capability,
	release: capability,
	install: capability,
	// Pictures compose what cards, charts and shares know, as pages do; nothing that a browser loads may ask them.
	pictures: ['deck', 'chart', 'share', 'ui', 'plan', words],
	channels: capability,
	report: capability,
	server: ['plan', words],
	'service-worker': ['device', 'elder', 'plan', words],
	// The worker and the publisher's commands run what the server runs, in plain Node.
	commands: ['pictures', 'server', 'elder', 'plan', 'ui'],
	[words]: []
};
