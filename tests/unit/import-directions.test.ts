import { ESLint } from 'eslint';
import typescript from 'typescript-eslint';
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { layers } from '../../src/commands/lint/layers.js';
import { inProject } from '../../src/commands/project.js';

/** The project's own configuration, without types: the files below need not exist. */
const eslint = new ESLint({ cwd: inProject(), overrideConfig: typescript.configs.disableTypeChecked });

async function complaints(filePath: string, code: string): Promise<string[]> {
	const results = await eslint.lintText(code, { filePath: inProject(filePath) });
	const messages = results.flatMap(({ messages }) => messages);
	return messages.filter(({ ruleId }) => ruleId === 'kandong/import-direction').map(({ message }) => message);
}

const inTypeScript = (address: string) => `import { x } from '${address}';\nx();\n`;
const inSvelte = (address: string) => `<script lang="ts">\n\timport { x } from '${address}';\n\tx();\n</script>\n`;

// The first use loads parsers and configuration, which takes seconds on a busy machine.
beforeAll(() => complaints('src/lib/plan/text.ts', ''), 60_000);

describe('imports run one way', () => {
	it.each([
		['src/lib/plan/text.ts', '$lib/device/follows'],
		['src/lib/plan/text.ts', '../server/plan'],
		['src/lib/plan/check/index.ts', '../../paraglide/messages'],
		['src/lib/device/follows.ts', '$lib/push/subscribe'],
		['src/lib/device/follows.ts', '../ui/address'],
		['src/lib/ui/address.ts', '$lib/deck/nearest'],
		['src/lib/ui/sheets/sheet.ts', '../../device/follows'],
		['src/lib/push/subscribe.ts', '$lib/settings/theme'],
		['src/lib/push/subscribe.ts', '../ui/address'],
		['src/lib/deck/nearest.ts', '../server/plan'],
		['src/lib/share/picture.ts', '$lib/server/pictures'],
		['src/lib/speech/voice.ts', '../deck/nearest'],
		['src/lib/search/index.ts', '$lib/settings/theme'],
		['src/lib/settings/theme.ts', '../search/index'],
		['src/lib/chart/draw.ts', '$lib/share/picture'],
		['src/lib/server/fan-out.ts', '$lib/device/follows'],
		['src/lib/server/fan-out.ts', '../ui/address'],
		['src/service-worker/index.ts', '$lib/push/subscribe'],
		['src/service-worker/index.ts', '../lib/ui/address'],
		['src/lib/deck/nearest.ts', '../../routes/+page'],
		['src/service-worker/index.ts', '../routes/+page'],
		['src/lib/settings/theme.ts', '/src/lib/search/index'],
		['src/routes/+page.ts', '../commands/built.js'],
		['src/hooks.server.ts', './commands/built.js']
	])('%s must not import %s', async (file, address) => {
		expect(await complaints(file, inTypeScript(address))).toHaveLength(1);
	});

	it.each([
		['src/lib/plan/check/index.ts', '../text'],
		['src/lib/plan/check/index.ts', '$lib/plan/text'],
		['src/lib/device/follows.ts', '../plan/plan'],
		['src/lib/ui/address.ts', '$lib/paraglide/runtime'],
		['src/lib/push/subscribe.ts', '../device/follows'],
		['src/lib/search/index.ts', '$lib/plan/text'],
		['src/lib/server/fan-out.ts', '$lib/plan/plan'],
		['src/service-worker/index.ts', '../lib/device/follows'],
		['src/routes/topics/[topic]/+page.ts', '$lib/server/plan'],
		['src/routes/topics/[topic]/+page.ts', '../../+layout'],
		['src/hooks.server.ts', '$lib/server/plan'],
		['src/commands/plan.ts', '../lib/plan/coverage.ts'],
		['src/lib/deck/nearest.ts', 'svelte/motion']
	])('%s may import %s', async (file, address) => {
		expect(await complaints(file, inTypeScript(address))).toEqual([]);
	});

	it('holds in components', async () => {
		expect(await complaints('src/lib/ui/Sheet.svelte', inSvelte('$lib/deck/Deck.svelte'))).toHaveLength(1);
		expect(await complaints('src/lib/deck/Deck.svelte', inSvelte('$lib/ui/Sheet.svelte'))).toEqual([]);
	});

	it.each([
		"void import('$lib/chart/draw');",
		"export * from '../chart/draw';",
		"export { draw } from '../chart/draw';",
		"import type { Draw } from '../chart/draw';\nexport type Drawn = Draw;",
		"export type Draw = import('../chart/draw').Draw;"
	])('sees %s', async (code) => {
		expect(await complaints('src/lib/ui/address.ts', code)).toHaveLength(1);
	});

	it('says what the part may import', async () => {
		expect(await complaints('src/lib/device/follows.ts', inTypeScript('$lib/ui/address'))).toEqual([
			'device must not import ui: it may import plan.'
		]);
	});

	it('asks for a place for a new part', async () => {
		const [message] = await complaints('src/lib/weather/rain.ts', inTypeScript('$lib/plan/text'));
		expect(message).toContain('src/lib/weather has no place');
	});

	it('has a place for every part there is', () => {
		const parts = readdirSync(inProject('src', 'lib'), { withFileTypes: true }).filter((part) => part.isDirectory());
		expect(Object.keys(layers)).toEqual(expect.arrayContaining(parts.map(({ name }) => name)));
	});
});
