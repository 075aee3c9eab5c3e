import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redirectOf } from '../../../src/commands/redirect.ts';
import { movedShares } from '../../../src/lib/share/moved.ts';

const moved = {
	'/topics/jobs/old': '/topics/welfare/new',
	...movedShares([{ id: 'old', successor: { id: 'new', topic: 'welfare' } }, { id: 'gone' }])
};

describe('an address that leads elsewhere', () => {
	test.each([
		['/topics/jobs/old', 308, '/topics/welfare/new'],
		['/topics/jobs/old/', 308, '/topics/welfare/new'],
		['/en/topics/jobs/old?from=wechat', 308, '/en/topics/welfare/new'],
		['/elder/topics/jobs/old', 308, '/elder/topics/welfare/new'],
		['/en/elder/topics/jobs/old', 308, '/en/elder/topics/welfare/new'],
		['/embed/old', 308, '/embed/new'],
		['/en/embed/old', 308, '/en/embed/new'],
		['/share/old.jpg', 308, '/share/new.jpg'],
		['/en/share/old.jpg?v=2', 308, '/en/share/new.jpg'],
		['/share/old-card.png', 308, '/share/new-card.png'],
		['/v?code=k7m-3qw2', 303, '/v/k7m-3qw2'],
		['/en/v?code=+K7M+3QW2', 303, '/en/v/K7M%203QW2'],
		['/elder/v?code=K7M3QW2', 303, '/elder/v/K7M3QW2'],
		['/v?code=%0d%0aset-cookie:a', 303, '/v/set-cookie%3Aa'],
		['/v?code=//evil.example/', 303, '/v/%2F%2Fevil.example%2F']
	])('%s', (from, status, location) => {
		expect(redirectOf(from, moved)).toEqual({ status, location });
	});

	test.each([
		'/',
		'/topics/jobs',
		'/topics/welfare/new',
		'/embed/new',
		'/embed/gone',
		'/share/gone.jpg',
		'/share/topic-old.jpg',
		'/v',
		'/v?code=',
		'/v/K7M3QW2',
		'/constructor',
		'//v?code=a'
	])('%s is no such', (address) => {
		expect(redirectOf(address, moved)).toBeUndefined();
	});

	test('never leaves the site, nor splits a header, whatever is asked for', () => {
		const path = fc.constantFrom('/v', '/en/v', '/elder/v', '/topics/jobs/old', '/elder//v', '//v');
		fc.assert(
			fc.property(path, fc.string({ unit: 'binary' }), (path, code) => {
				const { location = '/' } = redirectOf(`${path}?code=${code}`, moved) ?? {};
				expect(location).toMatch(/^\/(?!\/)[\x21-\x7e]*$/);
			})
		);
	});
});
