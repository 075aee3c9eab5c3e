/** Does something once what was changed until now is on the screen. @returns what takes it back */
export function afterPaint(run: () => void): () => void {
	let afterwards: ReturnType<typeof setTimeout> | undefined;
	const frame = requestAnimationFrame(() => (afterwards = setTimeout(run)));
	return () => {
		cancelAnimationFrame(frame);
		clearTimeout(afterwards);
	};
}
