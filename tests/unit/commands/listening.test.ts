import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { localAddress, tryToListen } from '../../../src/commands/listening.js';

describe('before the build', () => {
	it('a port in use stops the start with a sentence', async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, resolve));
		const { port } = other.address() as AddressInfo;
		await expect(tryToListen({ port, host: undefined })).rejects.toThrow(`Port ${port} is in use`);
		await new Promise((resolve) => other.close(resolve));
		await expect(tryToListen({ port, host: undefined })).resolves.toBeUndefined();
	});

	it("another machine's address stops the start with a sentence that names it", async () => {
		// An address that is set aside for documentation.
		const settings = { port: 4173, host: '192.0.2.1' };
		await expect(tryToListen(settings)).rejects.toThrow('HOST is "192.0.2.1"');
	});
});

describe('the address that is shown', () => {
	it.each([
		[undefined, 'http://localhost:80'],
		['0.0.0.0', 'http://localhost:80'],
		['::1', 'http://localhost:80'],
		['10.0.0.7', 'http://10.0.0.7:80'],
		['fd00::7', 'http://[fd00::7]:80']
	])('for HOST %s is %s', (host, address) => {
		expect(localAddress({ port: 80, host })).toBe(address);
	});
});
