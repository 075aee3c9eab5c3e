import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { isPublic, publicLookup } from '../../src/lib/server/push/address.ts';
import { PushHosts } from '../../src/lib/server/push/endpoint.ts';

const hosts = new PushHosts(['localhost:8443', '127.0.0.1:8443', 'push.example.cn', 'relay.example.cn:8443']);
const problemOf = (endpoint: string) => {
	const read = hosts.read(endpoint);
	return 'problem' in read ? read.problem : 'none';
};

describe('an endpoint', () => {
	it.each([
		'https://fcm.googleapis.com/fcm/send/c0:APA91b',
		'https://updates.push.services.mozilla.com/wpush/v2/gAAAAA',
		'https://web.push.apple.com/QGub',
		'https://db5p.notify.windows.com/w/?token=BQYAAAD%2f',
		'https://push.example.cn/1',
		'https://relay.example.cn:8443/1',
		'https://localhost:8443/1',
		'https://127.0.0.1:8443/1'
	])('%s may be dialled', (endpoint) => {
		expect(problemOf(endpoint)).toBe('none');
	});

	it.each([
		// Not the host, however it looks.
		'https://10.0.0.5/x.google.com/',
		'https://fcm.googleapis.com.example.org/x',
		'https://evil-fcm.googleapis.com/x',
		'https://sub.fcm.googleapis.com/x',
		'https://push.apple.com/x',
		'https://evilpush.apple.com/x',
		'https://.push.apple.com/x',
		'https://fcm.googleapis.com./x',
		'https://web.push.apple.com./x',
		'https://example.org/#.push.apple.com',
		'https://example.org?.push.apple.com',
		'https://push.apple.com.evil.example/',
		// Another scheme, port, user.
		'http://fcm.googleapis.com/x',
		'ftp://fcm.googleapis.com/x',
		'https://fcm.googleapis.com:8443/x',
		'https://fcm.googleapis.com:80/x',
		'https://web.push.apple.com:22/x',
		'https://relay.example.cn/x',
		'https://relay.example.cn:8444/x',
		'https://user@fcm.googleapis.com/x',
		'https://user:secret@fcm.googleapis.com/x',
		'https://fcm.googleapis.com@10.0.0.5/x',
		'https://fcm.googleapis.com:443@10.0.0.5/x',
		// Ourselves and our neighbours, in all their spellings.
		'https://localhost/x',
		'https://localhost:443/x',
		'https://127.0.0.1/x',
		'https://127.0.0.2:8443/x',
		'https://127.1:8443/x',
		'https://0x7f000001:8443/x',
		'https://2130706433:8443/x',
		'https://0177.0.0.1:8443/x',
		'https://0/x',
		'https://[::1]:8443/x',
		'https://[::ffff:127.0.0.1]:8443/x',
		'https://169.254.169.254/latest/meta-data',
		'https://100.100.100.200/latest/meta-data',
		'https://[64:ff9b::a9fe:a9fe]/x',
		'https://[fd00::1]/x',
		'https://metadata.google.internal/x',
		// Written as no push service writes it.
		'HTTPS://fcm.googleapis.com/x',
		'https://FCM.googleapis.com/x',
		'https://fcm.googleapis.com:443/x',
		'https://fcm.googleapis.com',
		'https://fcm.googleapis.com/x#',
		'https://fcm.googleapis.com/x#y',
		'https://fcm.googleapis.com/x?',
		'https://fcm.googleapis.com/a/../b',
		'https:fcm.googleapis.com/x',
		'https:\\\\fcm.googleapis.com\\x',
		' https://fcm.googleapis.com/x',
		'https://fcm.googleapis.com/x\n',
		'https://fcm.goo\tgleapis.com/x',
		'https://fcm%2egoogleapis.com/x',
		'https://ｆｃｍ.googleapis.com/x',
		'https://fcm。googleapis。com/x',
		'https://fcm.goog\u043beapis.com/x',
		'https://fcm.googleapıs.com/x',
		`https://fcm.googleapis.com/${'x'.repeat(1024)}`,
		'//fcm.googleapis.com/x',
		'javascript:alert(1)',
		'data:text/plain,x',
		''
	])('%s may not', (endpoint) => {
		expect(problemOf(endpoint)).not.toBe('none');
	});
});

describe('an address', () => {
	it.each(['8.8.8.8', '142.250.66.106', '17.57.146.1', '2607:f8b0:4005:80a::200a', '2403:300::1'])(
		'%s is public',
		(address) => {
			expect(isPublic(address)).toBe(true);
		}
	);

	it.each([
		'0.0.0.0',
		'0.1.2.3',
		'10.0.0.1',
		'100.64.0.1',
		'100.100.100.200',
		'127.0.0.1',
		'127.255.255.255',
		'169.254.169.254',
		'172.16.0.1',
		'172.31.255.255',
		'192.0.0.8',
		'192.0.2.1',
		'192.88.99.1',
		'192.168.1.1',
		'198.18.0.1',
		'198.51.100.1',
		'203.0.113.1',
		'224.0.0.1',
		'240.0.0.1',
		'255.255.255.255',
		'::',
		'::1',
		'::ffff:127.0.0.1',
		'::ffff:8.8.8.8',
		'::8.8.8.8',
		'::10.0.0.1',
		'64:ff9b::7f00:1',
		'64:ff9b::808:808',
		'64:ff9b:1::a9fe:a9fe',
		'100::1',
		'2001::1',
		'2001:2::1',
		'2001:10::1',
		'2001:db8::1',
		'2002:7f00:1::',
		'2002:a00:1::1',
		'3fff::1',
		'5f00::1',
		'fc00::1',
		'fd12:3456::1',
		'fe80::1',
		'fe80::1%eth0',
		'fec0::1',
		'ff02::1',
		'1',
		'2130706433',
		'0x7f.1',
		'0177.0.0.1',
		'localhost',
		''
	])('%s is not', (address) => {
		expect(isPublic(address)).toBe(false);
	});
});

describe('looking a push service up', () => {
	const found = (addresses: string[], host = 'push.example.cn', all = true) =>
		new Promise<string>((resolve) => {
			const lookup = publicLookup(new Set(['localhost']), (_host, _options, callback) =>
				callback(
					null,
					addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }))
				)
			);
			lookup(host, { all }, (error, address) => resolve(error ? (error.code ?? '') : JSON.stringify(address)));
		});

	it('gives the connection the addresses that were checked, and no others', async () => {
		expect(await found(['8.8.8.8', '2607:f8b0::1'])).toContain('2607:f8b0::1');
		expect(await found(['8.8.8.8'], 'push.example.cn', false)).toBe('"8.8.8.8"');
	});

	it('refuses a name with one address that is not public, as a rebinding one has in turns', async () => {
		expect(await found(['8.8.8.8', '10.0.0.1'])).toBe('ENOTPUBLIC');
		expect(await found(['127.0.0.1'])).toBe('ENOTPUBLIC');
		expect(await found([])).toBe('ENOTPUBLIC');
	});

	it('lets only the names of the operator lead to this machine, and not to its neighbours', async () => {
		expect(await found(['127.0.0.1', '::1'], 'localhost')).toContain('127.0.0.1');
		expect(await found(['10.0.0.1'], 'localhost')).toBe('ENOTPUBLIC');
	});

	it('says what the system says when there is no such name', async () => {
		const error = Object.assign(new Error('none'), { code: 'ENOTFOUND' });
		const lookup = publicLookup(new Set(), (_host, _options, callback) => callback(error, []));
		const code = await new Promise((resolve) => lookup('x.example', {}, (problem) => resolve(problem?.code)));
		expect(code).toBe('ENOTFOUND');
	});
});
