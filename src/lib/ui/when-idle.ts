/** Runs once the page has loaded and the browser is idle; soon after anyway, where idleness can't be told (Safari). */
export function whenIdle(run: () => void): void {
	const start = () =>
		'requestIdleCallback' in globalThis ? requestIdleCallback(run, { timeout: 3000 }) : setTimeout(run, 500);
	if (document.readyState === 'complete') start();
	else addEventListener('load', start, { once: true });
}
