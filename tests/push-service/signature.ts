import { createPublicKey, verify } from 'node:crypto';

/**
 * RFC 8292: a signature over the push service's own origin, with the key that the browser subscribed with, for at most a day.
 * @param header `Authorization`
 * @returns what a push service would refuse it for
 */
export function signatureFault(header: string, host: string, subscribedKey: string): string | undefined {
	const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(header) ?? [];
	const [head = '', claims = '', signature = ''] = token.split('.');
	if (key !== subscribedKey || !signature) return `signature with the key ${key}`;
	const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
	const point = Buffer.from(key, 'base64url');
	const jwk = { kty: 'EC', crv: 'P-256', x: point.toString('base64url', 1, 33), y: point.toString('base64url', 33) };
	const signed = verify(
		'sha256',
		Buffer.from(`${head}.${claims}`),
		{ key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
		Buffer.from(signature, 'base64url')
	);
	const soon = Number(exp) - Date.now() / 1000;
	const right = signed && aud === `https://${host}` && soon > 0 && soon <= 86_400;
	return right && /^(mailto|https):/.test(String(sub)) ? undefined : `signature ${String(aud)} ${String(exp)}`;
}
