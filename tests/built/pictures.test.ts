import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createCanvas, loadImage, type Image } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../src/commands/project.js';
import { locales, type Locale } from '../../src/lib/plan/locale.ts';
import { checkCodeOf } from '../../src/lib/plan/statement.ts';
import { checkPath } from '../../src/lib/share/check-code.ts';
import { pictureAddress, shapes, type Shape, type Subject } from '../../src/lib/share/picture-address.ts';
import { builtText, origin, plan } from './site.ts';

const subjects: Subject[] = [
	...plan.cards.map(({ id }) => ({ kind: 'card', id }) as const),
	...plan.topics.map(({ id }) => ({ kind: 'topic', id }) as const),
	...plan.updates.map(({ id }) => ({ kind: 'update', id }) as const),
	{ kind: 'home' }
];
const fileOf = (subject: Subject, shape: Shape, locale: Locale) =>
	inProject('build/client', pictureAddress(subject, shape, locale));
const kilobyte = 1024;
const limits = { preview: 300 * kilobyte, card: 400 * kilobyte };
const signatures = { preview: 'ffd8ff', card: '89504e470d0a1a0a' };

test.each(Object.keys(shapes) as Shape[])(
	'every %s is there in both languages, of its type, size and weight',
	async (shape) => {
		const wrong: string[] = [];
		for (const locale of locales) {
			for (const subject of subjects) {
				const file = fileOf(subject, shape, locale);
				const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
				const light = bytes.length > 0 && bytes.length <= limits[shape];
				const image = light ? await loadImage(bytes) : undefined;
				const { width, height } = shapes[shape];
				const typed = bytes.toString('hex', 0, signatures[shape].length / 2) === signatures[shape];
				if (!typed || image?.width !== width || image.height !== height) wrong.push(file);
			}
		}
		expect(wrong).toEqual([]);
	},
	60_000
);

/** The part with the QR code of a picture that was made so much smaller, and compressed as messengers do. */
async function received(image: Image, scale: number, quality?: number): Promise<ImageData> {
	const [width, height] = [image.width * scale, image.height * scale];
	const canvas = createCanvas(width, height);
	canvas.getContext('2d').drawImage(image, 0, 0, width, height);
	const sent = quality === undefined ? canvas : await loadImage(canvas.encodeSync('jpeg', quality));
	const part = createCanvas(width / 2, height * 0.28);
	part.getContext('2d').drawImage(sent, -width / 2, -height * 0.72);
	return part.getContext('2d').getImageData(0, 0, part.width, part.height) as unknown as ImageData;
}

const read = ({ data, width, height }: ImageData) =>
	jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data;

describe.each(locales)('the QR code of every card’s picture (%s)', (locale) => {
	test('leads to the card’s check address, also from a copy half as wide at quality 40', async () => {
		const wrong: string[] = [];
		for (const { id } of plan.cards) {
			const image = await loadImage(readFileSync(fileOf({ kind: 'card', id }, 'card', locale)));
			const address = origin + checkPath(checkCodeOf(plan, id) ?? '', locale);
			if (read(await received(image, 1)) !== address) wrong.push(id);
			if (read(await received(image, 0.5, 40)) !== address) wrong.push(`${id}, compressed`);
		}
		expect(wrong).toEqual([]);
	}, 60_000);
});

test('no picture is among what the service worker keeps', () => {
	expect(builtText('/service-worker.js')).not.toContain('/share/');
	for (const locale of locales) expect(builtText(`/offline/${locale}.json`)).not.toMatch(/"\/(?:en\/)?share\//);
	expect(readdirSync(inProject('build/client/share')).length).toBe(subjects.length * 2);
});
