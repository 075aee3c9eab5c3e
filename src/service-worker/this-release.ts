import { version } from '$service-worker';

/** The site has moved on; what is missing here can't be had from it any more, only the new release as a whole. */
export class OtherRelease extends Error {
	constructor() {
		super('The site has another release.');
	}
}

/** To be asked before single things are fetched: pieces of two releases don't make one. */
export async function expectThisRelease(): Promise<void> {
	const response = await fetch('/_app/version.json', { cache: 'no-store' });
	const { version: there } = (await response.json()) as { version?: string };
	if (there !== version) throw new OtherRelease();
}
