/** Opens the app's database behind its back; the connection stays open, come what may. */
export function openRaw(
	indexedDB: IDBFactory,
	version: number,
	upgrade: (database: IDBDatabase) => void
): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open('kandong', version);
		request.onupgradeneeded = () => upgrade(request.result);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('not opened'));
	});
}
