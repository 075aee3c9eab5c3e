/**
 * Arrow keys lead from the field into the results and among them; Escape leads back to the field, and empties it there.
 * Everything can be reached with Tab as well.
 */
export function moveAmong(event: KeyboardEvent, input: HTMLInputElement, results: HTMLElement): void {
	// While Chinese is being composed, arrows and Escape belong to the input method.
	if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
	const active = document.activeElement;
	if (active !== input && !results.contains(active)) return;
	const places = [input, ...results.querySelectorAll<HTMLElement>('a[data-result], nav[aria-label] a, button')];
	const at = places.findIndex((place) => place === active);
	const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
	if (to === undefined || at === -1) return;
	if (event.key === 'Escape' && active === input) return;
	const place = places[to];
	if (!place) return;
	event.preventDefault();
	place.focus();
}
