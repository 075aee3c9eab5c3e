import type { DeviceState, Json } from '$lib/device/records';
import { displayKey, setDisplay, type Display } from '$lib/ui/display';

/** As `early.js` keeps it: `unsaved` is what was chosen since the database was last told. */
interface Kept extends Display {
	unsaved?: true;
}

const parts = ['theme', 'contrast', 'motion', 'list', 'elder', 'text', 'language'] as const satisfies (keyof Display)[];

interface Reader {
	/** What the database holds now. */
	readonly state: DeviceState | undefined;
	/** Why it does not really keep what was saved. */
	readonly fault: unknown;
	keepSetting(key: string, value: Json): Promise<void>;
}

/** One after the other: a comparison begun before a choice was saved would undo it. */
let turn = Promise.resolve();

/**
 * Brings what `early.js` keeps and what the database keeps to the same. The database goes along with export, import and
 * transfer; what was chosen in this browser since the last time goes there first.
 */
export function keepDisplay(reader: Reader): Promise<void> {
	turn = turn.then(() => inStep(reader));
	return turn;
}

async function inStep(reader: Reader): Promise<void> {
	const here = recall();
	if (here.unsaved) {
		const { list = false, ...display } = only(here);
		await reader.keepSetting('display', { ...display });
		await reader.keepSetting('list', list);
		// Unless the reader chose again meanwhile.
		if (!reader.fault && JSON.stringify(recall()) === JSON.stringify(here)) tell({ ...only(here), unsaved: undefined });
		return;
	}
	const settings = reader.state?.settings ?? [];
	const there = settings.find(({ key }) => key === 'display')?.value;
	const list = settings.find(({ key }) => key === 'list')?.value;
	if (there === undefined && list === undefined) return;
	const wanted = { ...only(isRecord(there) ? there : here), list: list === true || undefined };
	if (parts.some((part) => wanted[part] !== here[part])) tell({ ...wanted, unsaved: undefined });
}

/** Every part is named: those that are absent go back to what the system asks for. */
function tell(display: { [Part in keyof Kept]?: Kept[Part] | undefined }): void {
	setDisplay({ ...Object.fromEntries(parts.map((part) => [part, undefined])), ...display });
}

function recall(): Kept {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(displayKey) ?? '{}');
		return isRecord(stored) ? stored : {};
	} catch {
		return {};
	}
}

/** What this app knows of what was stored; a newer one may have stored more. */
function only(stored: Display): Display {
	return Object.fromEntries(parts.flatMap((part) => (stored[part] ? [[part, stored[part]]] : [])));
}

function isRecord(value: unknown): value is Kept {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
