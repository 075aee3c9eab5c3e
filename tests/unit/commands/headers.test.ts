import { describe, expect, it } from 'vitest';
import { cacheControl, mayBeFramed, securityHeaders } from '../../../src/commands/headers.ts';

describe('how long an answer is kept', () => {
	it.each([
		'/',
		'/en',
		'/topics/jobs/new-jobs',
		'/index.html',
		'/plan.json',
		'/_app/version.json',
		'/_app/env.js',
		'/service-worker.js',
		'/manifest.webmanifest',
		'/feeds/all.xml',
		'/data/new-jobs.csv',
		'/api/push/key'
	])('%s is asked about each time', (path) => {
		expect(cacheControl(path, 200)).toBe('no-cache');
	});

	it('hashed files are kept for a year', () => {
		expect(cacheControl('/_app/immutable/chunks/CSUMeUFL.js', 200)).toBe('public, max-age=31536000, immutable');
	});

	it.each(['/icon-192.png', '/share/new-jobs.jpg', '/robots.txt'])('%s is kept for an hour', (path) => {
		expect(cacheControl(path, 200)).toBe('public, max-age=3600');
		expect(cacheControl(path, 304)).toBe('public, max-age=3600');
		expect(cacheControl(path, 206)).toBe('public, max-age=3600');
	});

	it.each([301, 404, 416, 500])('an answer %i is not kept, whatever was asked for', (status) => {
		expect(cacheControl('/share/new-jobs.jpg', status)).toBe('no-cache');
		expect(cacheControl('/_app/immutable/chunks/gone.js', status)).toBe('no-cache');
	});
});

describe('security headers', () => {
	it('demand https only where the site has it', () => {
		expect(securityHeaders('https://plan.example.cn')).toHaveProperty('strict-transport-security');
		expect(securityHeaders('http://localhost:4173')).not.toHaveProperty('strict-transport-security');
	});

	it('say nothing about scripts: the pages say which ones they run', () => {
		const policy = securityHeaders('http://localhost:4173')['content-security-policy'];
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/script-src|style-src|default-src/);
	});

	it('leave sharing, copying and full screen to the site itself, and nothing else to anybody', () => {
		const policy = securityHeaders('http://localhost:4173')['permissions-policy']?.split(', ') ?? [];
		const open = policy.filter((feature) => !feature.endsWith('=()'));
		expect(open).toEqual(['web-share=(self)', 'clipboard-write=(self)', 'fullscreen=(self)']);
	});

	it('tell other sites nothing of where a reader comes from', () => {
		expect(securityHeaders('http://localhost:4173')['referrer-policy']).toBe('same-origin');
	});

	it('let embeds be framed by anybody', () => {
		const headers = securityHeaders('http://localhost:4173', true);
		expect(headers['content-security-policy']).toContain('frame-ancestors *;');
		expect(headers).not.toHaveProperty('x-frame-options');
		expect(securityHeaders('http://localhost:4173')).toHaveProperty('x-frame-options', 'DENY');
	});
});

describe('what may be framed', () => {
	it.each(['/embed/new-jobs', '/en/embed/new-jobs'])('%s, when it is there or leads on to another', (path) => {
		expect(mayBeFramed(path, 200)).toBe(true);
		expect(mayBeFramed(path, 304)).toBe(true);
		expect(mayBeFramed(path, 308)).toBe(true);
		expect(mayBeFramed(path, 404)).toBe(false);
		expect(mayBeFramed(path, 500)).toBe(false);
	});

	it.each(['/', '/en', '/embed', '/embed/', '/embed/a/b', '/topics/embed/a', '/elder/embed/a', '/embed/../settings'])(
		'not %s',
		(path) => {
			expect(mayBeFramed(path, 200)).toBe(false);
		}
	);
});
