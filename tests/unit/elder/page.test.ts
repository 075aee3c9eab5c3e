import { describe, expect, test } from 'vitest';
import { elderAddress, elderPage, standardAddress } from '../../../src/lib/elder/page.ts';

describe('addresses', () => {
	test.each([
		['/', 'zh', '/elder'],
		['/#jobs', 'zh', '/elder#jobs'],
		['/plan#s046', 'zh', '/elder/plan#s046'],
		['/en', 'en', '/en/elder'],
		['/en/topics/jobs?from=wechat', 'en', '/en/elder/topics/jobs?from=wechat'],
		// From an English page to its Chinese one.
		['/topics/jobs', 'en', '/elder/topics/jobs']
	])('%s (in %s) is %s in 长辈版, and that leads back', (standard, language, elder) => {
		expect(elderAddress(standard, language)).toBe(elder);
		expect(standardAddress(elder)).toBe(standard);
	});

	test.each([
		'/plan.json',
		'/en/feeds/all.xml',
		'//elsewhere.example/',
		'/api/push/key',
		'/plan#standard',
		'/elder/plan'
	])('%s stays as it is', (address) => expect(elderAddress(address, 'en')).toBe(address));

	test.each(['/elderly', '/topics/elder', '/topics/elder/homes', '/plan?from=/elder'])(
		'%s is no page of 长辈版',
		(address) => expect(standardAddress(address)).toBeUndefined()
	);
});

test('a page is marked, brings its style sheet, and leads on within 长辈版', () => {
	const page = elderPage(
		'<html lang="en" dir="ltr"><head><script src="/early.js" data-modes="/modes.css"></script><link rel="canonical" href="/en/plan"></head>' +
			'<body><a class="x" href="/en/plan#s001">1</a><form action="/en/topics/jobs"></form><a id="standard" href="/en#standard">2</a></body></html>'
	);
	expect(page).toContain('<html data-elder="true" lang="en"');
	expect(page).toContain('<link rel="stylesheet" href="/modes.css"></head>');
	expect(page).toContain('<a class="x" href="/en/elder/plan#s001">');
	expect(page).toContain('<form action="/en/elder/topics/jobs">');
	expect(page).toContain('href="/en#standard"');
	expect(page).toContain('<link rel="canonical" href="/en/plan">');
});
