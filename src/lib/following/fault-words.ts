import { m } from '$lib/paraglide/messages';

/** What to tell about each thing that this device can't do; fetched when one is met, which is seldom. */
export const faultWords = {
	missing: m.fault_missing,
	blocked: m.fault_blocked,
	full: m.fault_full,
	newer: m.fault_newer,
	waiting: m.fault_waiting,
	lost: m.fault_lost,
	failed: m.fault_failed
};
