/**
 * The notifications on Firefox's screen. They are windows of its own (toolkit/components/alerts), which WebDriver reaches
 * where it may run privileged scripts: https://firefox-source-docs.mozilla.org/testing/marionette/
 */
import type { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';

export interface Alert {
	title: string;
	body: string;
}

const ownWindows = { 'moz:scope': 'chrome', maxDepth: 0 };
const alertWindow = 'chrome://global/content/alerts/alert.xhtml';

const read = `({
	title: document.getElementById('alertTitleLabel').getAttribute('value'),
	body: document.getElementById('alertTextLabel').textContent
})`;

/** The mouse moves over the text and presses: the events take the way of real ones, through the window to Firefox's listener. */
const click = `{
	const { x, y, width, height } = document.getElementById('alertTextLabel').getBoundingClientRect();
	for (const type of ['mousemove', 'mousedown', 'mouseup'])
		window.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 }, {});
}`;

/** Without a centre that keeps them, Firefox takes its notifications from the screen after 20 s: no time for a busy machine. */
const keep = `Services.ww.registerNotification((window, topic) => {
	if (topic === 'domwindowopened') window.addEventListener('load', () => (window.gRequireInteraction = true), { once: true });
});`;

export class Alerts {
	readonly #browser: BidiBrowser;

	static async watch(browser: BidiBrowser): Promise<Alerts> {
		const alerts = new Alerts(browser);
		const [main] = await alerts.#windows();
		if (main) await alerts.#run(main.context, keep);
		return alerts;
	}

	private constructor(browser: BidiBrowser) {
		this.#browser = browser;
	}

	async shown(): Promise<Alert[]> {
		return (await this.#open()).map(({ alert }) => alert);
	}

	async click(title: string): Promise<void> {
		const found = (await this.#open()).find(({ alert }) => alert.title === title);
		if (!found) throw new Error(`There is no notification “${title}” to click.`);
		await this.#run(found.context, click);
	}

	async #open(): Promise<{ context: string; alert: Alert }[]> {
		const windows = (await this.#windows()).filter(({ url }) => url === alertWindow);
		const open = [];
		for (const { context } of windows) {
			const alert = JSON.parse(await this.#run(context, `JSON.stringify(${read})`)) as Alert;
			open.push({ context, alert });
		}
		return open;
	}

	async #windows() {
		const { result } = await this.#browser.connection.send('browsingContext.getTree', ownWindows);
		return result.contexts;
	}

	/** @returns what the script came to, where it is a text */
	async #run(context: string, expression: string): Promise<string> {
		const { result } = await this.#browser.connection.send('script.evaluate', {
			expression,
			target: { context },
			awaitPromise: true
		});
		if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
		return result.result.type === 'string' ? result.result.value : '';
	}
}
