/** What the worker says where no page can. Each language's own few words: the interface's would be larger than the worker. */
export interface WorkerWords {
	/** For a push that can't be understood. */
	news: { title: string; body: string };
	/** When there is neither network nor storage. */
	gone: { title: string; body: string; again: string };
}
