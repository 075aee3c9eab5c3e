import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { languageTag } from '$lib/plan/locale';
import { inLanguage } from '$lib/ui/address';

/** `--paper` in light: the splash screen and the title bar; for dark, the page's theme-color says more (app.html). */
const paper = '#fbf9f5';

const icons = ['icon', 'maskable', 'monochrome'].flatMap((drawing) =>
	[192, 512].map((size) => ({
		src: `/icons/${drawing}-${size}.png`,
		sizes: `${size}x${size}`,
		type: 'image/png',
		purpose: drawing === 'icon' ? 'any' : drawing
	}))
);

/** The web app manifest in the language of the request (https://www.w3.org/TR/appmanifest/). */
export function manifest() {
	const locale = getLocale();
	const screenshot = (name: string, form: 'narrow' | 'wide', sizes: string, label: string) => ({
		src: `/screenshots/${name}-${form}-${locale}.png`,
		sizes,
		type: 'image/png',
		form_factor: form,
		label
	});
	return {
		// One app whatever the language it was installed in.
		id: '/',
		name: m.app(),
		short_name: m.install_short_name(),
		description: m.app_line(),
		lang: languageTag[locale],
		dir: m.language_direction(),
		// From there early.js leads to the language that was chosen since.
		start_url: `${inLanguage('/')}?start`,
		scope: '/',
		display: 'standalone',
		background_color: paper,
		theme_color: paper,
		categories: ['government', 'news', 'education'],
		icons: [{ src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }, ...icons],
		screenshots: [
			screenshot('home', 'narrow', '720x1560', m.install_screenshot_home()),
			screenshot('card', 'narrow', '720x1560', m.install_screenshot_card()),
			screenshot('home', 'wide', '1280x800', m.install_screenshot_home())
		],
		shortcuts: [
			{ name: m.nav_search(), url: inLanguage('/search') },
			{ name: m.nav_following(), url: inLanguage('/following') }
		],
		prefer_related_applications: false
	};
}
