import { preloadData } from '$app/navigation';
import type { TermView } from '$lib/plan/terms';
import { mount, unmount } from 'svelte';
import { address } from './address';

/** The focus goes back to the term, unless the reader goes on to another line or page anyway. */
export type Close = (how?: { leaveFocus: true }) => void;

/** The one line that is open. */
let open: { link: HTMLAnchorElement; close: Close } | undefined;

/**
 * Opens a term's line below the paragraph or list item that says the term, or closes it. The line is the glossary's, whose
 * data every phone keeps for reading offline.
 * @throws when the glossary can't be had, or does not know the term
 */
export async function toggleLine(link: HTMLAnchorElement): Promise<void> {
	if (open?.link === link) return open.close();
	// Asked for here, not above: the styles of what it uses would be named wherever this module is, which is in every card.
	const [{ default: TermLine }, term] = await Promise.all([import('./TermLine.svelte'), termOf(link.hash.slice(1))]);
	const block = link.closest('p, li');
	// The reader may have gone on meanwhile.
	if (!block?.isConnected) return;
	open?.close({ leaveFocus: true });

	const place = document.createElement('div');
	if (block.matches('li')) block.append(place);
	else block.after(place);
	const onClose: Close = (how) => open?.close(how);
	const line = mount(TermLine, { target: place, props: { term, onClose } });
	link.setAttribute('aria-expanded', 'true');
	open = {
		link,
		close: (how) => {
			open = undefined;
			link.removeAttribute('aria-expanded');
			void unmount(line);
			place.remove();
			if (!how?.leaveFocus) link.focus();
		}
	};
}

async function termOf(id: string): Promise<TermView> {
	const loaded = await preloadData(address.glossary());
	if (loaded.type !== 'loaded' || loaded.status !== 200) throw new Error('the glossary is not to be had');
	const found = (loaded.data.terms as TermView[]).find((term) => term.id === id);
	if (!found) throw new Error(`the glossary has no ${id}`);
	return found;
}
