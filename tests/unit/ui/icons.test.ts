import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../../src/commands/project.js';
import { iconNames } from '../../../src/lib/ui/icon-names.ts';

test('every icon that may be used is in the file that pages take them from', () => {
	const drawn = readFileSync(inProject('static', 'icons', 'symbols.svg'), 'utf8');
	const ids = [...drawn.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);

	expect(ids).toEqual([...iconNames]);
});
