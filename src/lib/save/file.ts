/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
	const href = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = href;
	link.download = name;
	link.click();
	// The download has begun when the next task runs; until then the address must live.
	setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
