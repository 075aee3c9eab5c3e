// Runs before the first paint: lib/ui/display.ts says what it keeps.
(() => {
	/** @typedef {import('./lib/ui/display.ts').Display & { unsaved?: true; since?: number }} Display */

	const root = document.documentElement;
	const modes = document.currentScript?.dataset.modes ?? '';
	const languages = (document.currentScript?.dataset.languages ?? '').split(' ');
	const key = 'kandong:display';
	const wantsContrast = matchMedia('(prefers-contrast: more)');
	const colours = { light: '#fbf9f5', dark: '#111419' };

	/** @returns {Display} */
	const recall = () => {
		try {
			return JSON.parse(localStorage.getItem(key) ?? '{}');
		} catch {
			return {};
		}
	};
	/** @param {Display} display */
	const apply = (display) => {
		for (const name of /** @type {const} */ (['theme', 'contrast', 'motion', 'list', 'elder', 'text'])) {
			const value = display[name];
			if (value) root.setAttribute(`data-${name}`, String(value));
			else root.removeAttribute(`data-${name}`);
		}
		// What the system asks for looks like what is chosen here, and the settings still say which of the two it is.
		if (wantsContrast.matches && !display.contrast) root.dataset.contrast = 'system';
		root.style.fontSize = display.text ? `${display.text}%` : '';
		for (const meta of document.querySelectorAll('meta')) {
			if (meta.media) meta.content = colours[display.theme ?? (meta.media.includes('dark') ? 'dark' : 'light')];
		}
		if (display.language) delete root.dataset.offer;
		if (
			(display.elder || display.motion || root.dataset.contrast) &&
			!document.querySelector(`link[rel=stylesheet][href="${modes}"]`)
		) {
			const link = document.createElement('link');
			Object.assign(link, { rel: 'stylesheet', href: modes, blocking: 'render' });
			document.head.append(link);
		}
	};
	let display = recall();
	/** @param {{ [Name in keyof Display]: Display[Name] | undefined }} part */
	const change = (part) => {
		display = JSON.parse(JSON.stringify({ ...display, unsaved: true, ...part }));
		apply(display);
		try {
			localStorage.setItem(key, JSON.stringify(display));
			return true;
		} catch {
			return false;
		}
	};
	/** @param {string} path */
	const standAt = (path) => history.replaceState(history.state, '', path);

	const { pathname, search, hash } = location;
	// The first language has no prefix.
	const own =
		languages.find((language, index) => index > 0 && `${pathname}/`.startsWith(`/${language}/`)) ?? languages[0];
	if ('elder' in root.dataset) {
		// The address asked for it. Where it is remembered, the address can be the page's own again.
		if (change({ elder: true })) standAt((pathname.replace('/elder', '') || '/') + search + hash);
	} else if (hash === '#standard') {
		change({ elder: undefined });
		standAt(pathname + search);
	} else apply(display);
	if (search === '?start') {
		// The installed app starts in the language that was chosen, whichever it was installed in.
		const { language = own } = display;
		if (language === own) standAt(pathname + hash);
		else location.replace(language === languages[0] ? '/' : `/${language}`);
	}
	// The first visit counts as over after half an hour.
	if (!display.since) change({ since: Date.now(), unsaved: display.unsaved });
	if (Date.now() - (display.since ?? 0) < 18e5 && !display.elder) root.dataset.first = '';
	const spoken = navigator.languages
		.map((tag) => tag.replace(/-.*/, ''))
		.find((language) => languages.includes(language));
	if (spoken && spoken !== own && 'first' in root.dataset && !display.language) root.dataset.offer = spoken;

	wantsContrast.addEventListener('change', () => apply(display));
	addEventListener(key, (event) => change(/** @type {CustomEvent<Display>} */ (event).detail));
	addEventListener('storage', (event) => {
		if (event.key === key) apply((display = recall()));
	});
})();
