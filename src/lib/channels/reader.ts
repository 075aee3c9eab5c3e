import type { Device } from '$lib/device/device';
import type { Fault } from '$lib/device/fault';
import type { DeviceState } from '$lib/device/records';

/** What the channels need to know of whom they bring news to. */
export interface ChannelReader {
	device(): Promise<Device>;
	readonly state: DeviceState | undefined;
	/** Why the device can't remember. */
	readonly fault: Fault | undefined;
	/** Ids of topics. */
	readonly followed: string[];
	/** ISO time at which the site handed out the log of updates that is known here. */
	readonly updatesFrom: string | undefined;
}
