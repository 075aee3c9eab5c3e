/** `npm run bench -- {what}`: benchmarks, each as a table of ratios: the machine's own speed says nothing. */
import process from 'node:process';
import { benchPush } from './push.ts';

const benches: Record<string, (() => Promise<void>) | undefined> = { push: benchPush };

const [name = ''] = process.argv.slice(2);
const chosen = name === '' ? Object.values(benches) : [benches[name]];
for (const bench of chosen) {
	if (bench) await bench();
	else {
		console.error(`npm run bench -- {${Object.keys(benches).join(', ')}}`);
		process.exitCode = 2;
	}
}
