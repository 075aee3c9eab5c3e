import type { Locale } from '$lib/plan/locale';
import { afterPaint } from '$lib/ui/after-paint';
import type { Catalogue } from './catalogue';
import type { Engine, Found } from './engine';

/** Milliseconds without a key after which the address is changed and the counts are said. */
const quietAfter = 400;

/** The search page's state: what was typed, what that found, and whether the search is there at all. */
export class Finder {
	query = $state('');
	state = $state<'loading' | 'ready' | 'failed'>('loading');
	examples = $state.raw<string[]>([]);
	/** To be drawn where nobody sees it: whatever is drawn for the first time takes several times as long as later. */
	rehearsal = $state.raw<Found>();
	#engine = $state.raw<Engine>();
	#quiet: ReturnType<typeof setTimeout> | undefined;

	readonly asked = $derived(this.query.trim());
	readonly found: Found | undefined = $derived(this.asked === '' ? undefined : this.#engine?.search(this.asked));

	/** Code and index come when the page is opened; without a network the worker has both. */
	async load(locale: Locale): Promise<void> {
		this.state = 'loading';
		try {
			const [{ createEngine }, response] = await Promise.all([
				import('./engine'),
				fetch(`/search/index.${locale}.json`)
			]);
			if (!response.ok) throw new Error(String(response.status));
			const catalogue = (await response.json()) as Catalogue;
			this.examples = catalogue.examples;
			const engine = await createEngine(catalogue);
			this.#engine = engine;
			this.state = 'ready';
			await this.#rehearse(engine);
		} catch {
			this.state = 'failed';
		}
	}

	async #rehearse(engine: Engine): Promise<void> {
		for (const example of this.examples) {
			if (this.asked !== '') break;
			this.rehearsal = engine.search(example);
			// Once for what is drawn at once, and once for what stands below.
			await new Promise<void>(afterPaint);
			await new Promise<void>(afterPaint);
		}
		this.rehearsal = undefined;
	}

	/** Calls back once the reader has stopped typing, not with each key. */
	whenQuiet(run: () => void): () => void {
		clearTimeout(this.#quiet);
		this.#quiet = setTimeout(run, quietAfter);
		return () => {
			clearTimeout(this.#quiet);
		};
	}
}
