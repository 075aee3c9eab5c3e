import { m } from '$lib/paraglide/messages';
import type { Owner } from '$lib/push/possible';

const names: Record<Owner, () => string> = {
	Google: m.owner_google,
	Mozilla: m.owner_mozilla,
	Apple: m.owner_apple,
	Microsoft: m.owner_microsoft
};

/** The company behind a push service, as the reader's language calls it. */
export function ownerName(owner: Owner): string {
	return names[owner]();
}
