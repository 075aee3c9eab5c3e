/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Whether what npm says it installed (`node_modules/.package-lock.json`) is what the lock file asks for.
 * Optional packages may be missing: most of them are for other machines.
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 */
export function matches(wanted, installed) {
	const here = installed.packages ?? {};
	return Object.entries(wanted.packages ?? {}).every(([path, entry]) => {
		if (path === '') return true;
		const found = here[path];
		if (!found) return Boolean(entry.optional ?? entry.devOptional);
		return found.version === entry.version && found.integrity === entry.integrity;
	});
}
