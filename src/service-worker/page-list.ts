import { version } from '$service-worker';
import { withLocale, type Locale } from '$lib/plan/locale';
import { readAsset } from './assets';
import { safely } from './safely';

/** Paths of the pages of a language, as this release was built: the measure of what must be here. None when that can't be had. */
export async function pagePaths(locale: Locale): Promise<string[]> {
	const list = await safely(
		async () => (await (await readAsset('/offline/pages.json')).json()) as { version: string; pages: string[] }
	);
	return list?.version === version ? list.pages.map((path) => withLocale(path, locale)) : [];
}
