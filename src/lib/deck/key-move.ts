/** Where a key leads in a deck. */
export type Move = 1 | -1 | 'first' | 'last';

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented' | 'target'>;

/**
 * Arrow keys turn cards wherever the focus is, because a page with a deck has nothing else that moves sideways. Home and
 * End belong to the page's own scrolling unless the focus is in the deck. Keys typed into a field stay with the field.
 * @param rightToLeft whether the next card lies to the left
 */
export function keyMove(event: Key, rightToLeft: boolean, inDeck: boolean): Move | undefined {
	if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
	if (
		typeof Element !== 'undefined' &&
		event.target instanceof Element &&
		event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')
	) {
		return undefined;
	}
	switch (event.key) {
		case 'ArrowRight':
			return rightToLeft ? -1 : 1;
		case 'ArrowLeft':
			return rightToLeft ? 1 : -1;
		case 'Home':
			return inDeck ? 'first' : undefined;
		case 'End':
			return inDeck ? 'last' : undefined;
		default:
			return undefined;
	}
}
