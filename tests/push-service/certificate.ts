import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
	key: string;
	cert: string;
	/** For NODE_EXTRA_CA_CERTS. */
	file: string;
	remove(): void;
}

/** A certificate for this machine that nobody else trusts, made when a test needs it. */
export function makeCertificate(): Certificate {
	const folder = mkdtempSync(join(tmpdir(), 'kandong-push-'));
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	execFileSync(
		'openssl',
		[
			...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost'.split(' '),
			...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', cert]
		],
		{ stdio: 'ignore' }
	);
	return {
		key: readFileSync(key, 'utf8'),
		cert: readFileSync(cert, 'utf8'),
		file: cert,
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}
