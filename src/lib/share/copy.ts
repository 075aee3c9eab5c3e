/**
 * Puts a text on the clipboard; in browsers without the clipboard's interface, and in pages without https, the old way.
 * @param field holds the text; it stands where the reader can see it and copy by hand
 * @returns whether it worked
 */
export async function copy(text: string, field?: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		// `navigator.clipboard` may be missing or forbidden.
		field?.select();
		const old: { execCommand?: (command: 'copy') => boolean } = document;
		return old.execCommand?.('copy') ?? false;
	}
}
