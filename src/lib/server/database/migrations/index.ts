import { push } from './001-push.ts';
import { delivery } from './002-delivery.ts';
import { reports } from './003-reports.ts';
import { workers } from './004-workers.ts';
import { languages } from './005-languages.ts';

export interface Migration {
	number: number;
	name: string;
	/** One statement each: the embedded database takes no more at a time. */
	statements: readonly string[];
}

/** In the order they are applied. Modules, not .sql files, because the same ones must be found in the build and in plain Node. */
export const migrations: readonly Migration[] = [
	{ number: 1, name: 'push', statements: push },
	{ number: 2, name: 'delivery', statements: delivery },
	{ number: 3, name: 'reports', statements: reports },
	{ number: 4, name: 'workers', statements: workers },
	{ number: 5, name: 'languages', statements: languages }
];
