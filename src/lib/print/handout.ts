/** What a printed topic or card brings beside its cards: the plan's sentences, and the way back to what is true now. */
export interface Handout {
	/** The plan it rests on, named as its publisher names it. */
	plan: { title: string; publisher: string; published: string };
	/** All sentences that the cards rest on, in the order of the text. */
	sentences: { id: string; text: string }[];
	/** Each card's check address, as it is typed. */
	checks: Record<string, string>;
	/** Where the code leads: a topic's page, or a card's check. */
	address: string;
	qr: { size: number; path: string };
}
