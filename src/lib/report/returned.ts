/** What the server gives back to a form that was sent without scripts. */
export interface Returned {
	sent?: boolean;
	/** Why it was not taken, in the reader's language; then what was written comes back too. */
	problem?: string;
	figure?: string;
	words?: string;
	contact?: string;
}
