/** Asks the browser not to throw this reader’s things away; it may say no, and the settings show what it said. */
export async function persist(): Promise<void> {
	try {
		await navigator.storage.persist();
	} catch {
		// Not offered here.
	}
}
