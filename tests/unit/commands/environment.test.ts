import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { originNotice, readEnvironment } from '../../../src/commands/environment.js';

describe('the environment', () => {
	it('has a default for everything', () => {
		expect(readEnvironment({})).toEqual({
			port: 4173,
			host: undefined,
			origin: 'http://localhost:4173',
			serviceWorker: true,
			folder: resolve('data'),
			databaseUrl: undefined,
			vapidSubject: undefined,
			vapid: undefined,
			endpointKey: undefined,
			pushHosts: [],
			metricsToken: undefined
		});
	});

	it('takes an empty value for an absent one', () => {
		expect(readEnvironment({ PORT: '', HOST: ' ', ORIGIN: '' })).toEqual(readEnvironment({}));
	});

	it('follows the port with the address of the site', () => {
		expect(readEnvironment({ PORT: '8080' }).origin).toBe('http://localhost:8080');
	});

	it.each([
		['https://plan.example.cn', 'https://plan.example.cn'],
		['https://plan.example.cn/', 'https://plan.example.cn'],
		['HTTPS://Plan.Example.cn:443', 'https://plan.example.cn'],
		['http://192.168.1.5:4173', 'http://192.168.1.5:4173']
	])('reads ORIGIN %s', (given, origin) => {
		expect(readEnvironment({ ORIGIN: given }).origin).toBe(origin);
	});

	it.each(['localhost', '0.0.0.0', '::1', 'plan-1.example.cn'])('reads HOST %s', (host) => {
		expect(readEnvironment({ HOST: host }).host).toBe(host);
	});

	it('can do without the service worker', () => {
		expect(readEnvironment({ SERVICE_WORKER: 'off' }).serviceWorker).toBe(false);
	});

	it.each([
		['PORT', '0'],
		['PORT', '65536'],
		['PORT', '80.5'],
		['PORT', '0x50'],
		['PORT', '-1'],
		['PORT', 'http'],
		['HOST', '999.1.1.1'],
		['HOST', 'http://localhost'],
		['HOST', 'a b'],
		['ORIGIN', 'plan.example.cn'],
		['ORIGIN', 'ftp://plan.example.cn'],
		['ORIGIN', 'https://plan.example.cn/app'],
		['ORIGIN', 'https://plan.example.cn?'],
		['ORIGIN', 'https://me:secret@plan.example.cn'],
		['SERVICE_WORKER', 'no']
	])('refuses %s "%s" in a sentence that names it', (name, value) => {
		expect(() => readEnvironment({ [name]: value })).toThrow(`${name} is "${value}": it must be`);
	});

	it.each([
		['push.example.cn', ['push.example.cn']],
		['push.example.cn:8443, *.example.org', ['push.example.cn:8443', '*.example.org']],
		['127.0.0.1:8443,localhost:9443,[::1]:8443', ['127.0.0.1:8443', 'localhost:9443', '[::1]:8443']]
	])('reads PUSH_HOSTS %s', (given, hosts) => {
		expect(readEnvironment({ PUSH_HOSTS: given }).pushHosts).toEqual(hosts);
	});

	it.each([
		['DATABASE_URL', 'mysql://host/name'],
		['DATABASE_URL', 'host:5432'],
		['VAPID_SUBJECT', 'somebody@example.cn'],
		['VAPID_SUBJECT', 'mailto:<somebody@example.cn>'],
		['VAPID_SUBJECT', 'https://localhost'],
		['VAPID_PUBLIC_KEY', 'abc'],
		['VAPID_PRIVATE_KEY', 'A'.repeat(43)],
		['ENDPOINT_KEY', 'secret'],
		['PUSH_HOSTS', 'https://push.example.cn'],
		['PUSH_HOSTS', 'push.example.cn,,'],
		['PUSH_HOSTS', '*'],
		['PUSH_HOSTS', '*.'],
		['PUSH_HOSTS', 'push.example.cn/x'],
		['PUSH_HOSTS', 'me@push.example.cn'],
		['PUSH_HOSTS', 'push.example.cn.'],
		['PUSH_HOSTS', '10.0.0.5'],
		['PUSH_HOSTS', '2130706433'],
		['METRICS_TOKEN', 'short']
	])('refuses %s "%s" in a sentence that names it', (name, value) => {
		expect(() => readEnvironment({ [name]: value })).toThrow(name);
	});

	it('keeps passwords out of what it says', () => {
		expect(() => readEnvironment({ DATABASE_URL: 'mysql://me:hunter2@host/name' })).toThrow(/^(?!.*hunter2)/s);
	});

	it('names every wrong value at once', () => {
		expect(() => readEnvironment({ PORT: 'x', HOST: '?', ORIGIN: '!' })).toThrow(/PORT.*\nHOST.*\nORIGIN/);
	});

	it('says in one line what a site without its address lacks, and how to give it', () => {
		expect(originNotice({ ORIGIN: 'https://plan.example.cn' })).toBeUndefined();
		for (const env of [{}, { ORIGIN: '' }]) expect(originNotice(env)).toMatch(/^ORIGIN is not set:.* ORIGIN=https:.*$/);
	});
});
