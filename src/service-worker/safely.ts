/** Storage that throws (full, broken, forbidden) is storage that has nothing. */
export async function safely<Found>(read: () => Promise<Found | undefined>): Promise<Found | undefined> {
	try {
		return await read();
	} catch {
		return undefined;
	}
}
