import Aloud from './Aloud.svelte';
import AloudButton from './AloudButton.svelte';

/** What of reading aloud stands on pages, fetched in one piece. */
export const parts = { Aloud, AloudButton };
