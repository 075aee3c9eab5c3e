import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../fixtures.ts';
import { plan } from '../plan.ts';

/** Another site is another origin: each frame in it is a request outside, and each refusal an error in its console. */
test.use({ allowed: [/./] });

/** A newspaper's page: it knows nothing of us but the code that it was given. */
async function elsewhere(html: string) {
	const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { origin: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}

const codeOf = async (origin: string, path: string) => {
	const response = await fetch(`${origin}/oembed?${new URLSearchParams({ url: origin + path }).toString()}`);
	return ((await response.json()) as { html: string }).html;
};

test('a card stands in another site’s page, and every other page refuses to', async ({ page, origin }) => {
	const frame = (path: string) => `<iframe title="${path}" src="${origin}${path}"></iframe>`;
	const code = await codeOf(origin, '/topics/trade/freight-trains');
	const other = await elsewhere(`<!doctype html>${code}${frame('/settings')}${frame('/embed/nothing')}`);
	await page.goto(other.origin);

	const card = page.frameLocator('iframe[src$="/embed/freight-trains"]');
	await expect(card.getByRole('article')).toContainText('1500');
	const back = card.getByRole('link', { name: /打开卡片/ });
	await expect(back).toHaveAttribute('target', '_blank');
	await expect(back).toHaveAttribute('rel', 'noopener');
	for (const refused of ['/settings', '/embed/nothing']) {
		await expect(page.frameLocator(`iframe[title="${refused}"]`).getByRole('main')).toHaveCount(0);
		expect(page.frames().find((frame) => frame.url() === origin + refused)).toBeUndefined();
	}

	// Links open beside the other site's page, which stays.
	const opened = page.context().waitForEvent('page');
	await card.getByRole('link', { name: /看原文/ }).click();
	expect((await opened).url()).toBe(`${origin}/plan#s082`);
	await other.close();
});

test('no card is taller than it says, on a phone', async ({ page, origin }) => {
	test.setTimeout(180_000);
	// 320 px, the narrowest phone there is, less the frame's border.
	await page.setViewportSize({ width: 318, height: 100 });
	const cards = plan.cards.map(({ id, topic }) => ({ id, topic }));
	for (const prefix of ['', '/en']) {
		await page.goto(`${prefix}/embed/${cards[0]?.id ?? ''}`);
		const tall = await page.evaluate(
			async ({ cards, prefix, origin }) => {
				const over: string[] = [];
				for (const { id, topic } of cards) {
					const url = encodeURIComponent(`${origin}${prefix}/topics/${topic}/${id}`);
					const { height } = (await (await fetch(`/oembed?url=${url}`)).json()) as { height: number };
					const html = await (await fetch(`${prefix}/embed/${id}`)).text();
					const card = new DOMParser().parseFromString(html, 'text/html').querySelector('.embed');
					if (card) document.querySelector('.embed')?.replaceWith(card);
					const needed = document.documentElement.scrollHeight;
					if (!card || needed > height) over.push(`${prefix}/embed/${id}: ${String(needed)} > ${String(height)}`);
				}
				return over;
			},
			{ cards, prefix, origin }
		);
		expect(tall).toEqual([]);
	}
});
