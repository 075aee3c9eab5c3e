import type { Running } from '$lib/server/running';

declare global {
	namespace App {
		interface Locals {
			/** What lives as long as the server; not there while pages are made at build time. */
			server?: Running;
		}
		interface PageState {
			/** The card that the deck stands on, when the address was changed without loading a page. */
			card?: string;
			/** What was searched for, for the way back. */
			query?: string;
		}
		interface PageData {
			topics?: { id: string; name: string }[];
		}
	}
}

export {};
