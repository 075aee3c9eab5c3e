/** The system's own share dialog: with the picture where the browser can pass on files, else the address alone. */

export type Outcome = 'shared' | 'cancelled' | 'failed';

/** The picture as a file, fetched before anybody taps: after a wait the browser would no longer take the tap for a wish. */
export async function pictureFile(path: string, type: string): Promise<File | undefined> {
	try {
		const response = await fetch(path);
		if (!response.ok) return undefined;
		return new File([await response.blob()], fileName(path), { type });
	} catch {
		// Without a network the address can still be passed on.
		return undefined;
	}
}

/** `/en/share/new-jobs-card.png` lands in a folder of downloads, where it must say what it is. */
export function fileName(path: string): string {
	return `kandong-${path.slice(path.lastIndexOf('/') + 1)}`;
}

export function canShare(): boolean {
	return typeof navigator.share === 'function';
}

/** Never rejects: whoever changes their mind has made no mistake, and a refusal becomes a sentence. */
export async function systemShare(link: { title: string; text: string; url: string }, file?: File): Promise<Outcome> {
	const whole = { ...link, ...(file ? { files: [file] } : {}) };
	const takesFile = file !== undefined && typeof navigator.canShare === 'function' && navigator.canShare(whole);
	try {
		await navigator.share(takesFile ? whole : link);
		return 'shared';
	} catch (error) {
		return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed';
	}
}
