/** The tags that engines give a language's voices, and those of the best ones; a “_” is read as “-”. */
export interface Voices {
	is: RegExp;
	not?: RegExp;
	best: RegExp;
}

/** How a language is said. Apart from its voices: these are asked for on every page, and this where reading aloud begins. */
export interface Pace {
	/** Milliseconds a character takes at ordinary speed, roughly. */
	character: number;
	/** Characters that an engine says within some ten seconds at ordinary speed: several stop after 15 s or 200 characters. */
	longest: number;
}
