/** 1,234,567 bytes → “1.2 MB”; what a reader compares with the free space of a phone. */
export function kilobytes(bytes: number): string {
	return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
