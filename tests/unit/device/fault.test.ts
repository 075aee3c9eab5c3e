import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { faultOf, NoAnswer, UpgradeBlocked } from '../../../src/lib/device/fault.ts';

const full = new DOMException('', 'QuotaExceededError');

test.each([
	['missing', new Dexie.MissingAPIError()],
	['blocked', new DOMException('The operation is insecure.', 'SecurityError')],
	['blocked', new DOMException('denied', 'NotAllowedError')],
	[
		'blocked',
		new DOMException(
			'A mutation operation was attempted on a database that did not allow mutations.',
			'InvalidStateError'
		)
	],
	['blocked', new Dexie.OpenFailedError('not opened', new DOMException('', 'SecurityError'))],
	['full', full],
	['full', new Dexie.QuotaExceededError()],
	['full', new Dexie.AbortError('aborted', full)],
	['full', new Dexie.BulkError('', { 0: full })],
	['newer', new DOMException('The requested version (20) is less than the existing version (30).', 'VersionError')],
	['waiting', new UpgradeBlocked()],
	['lost', new NoAnswer()],
	['lost', new DOMException('The database connection is closing.', 'InvalidStateError')],
	[
		'lost',
		new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError')
	],
	['lost', new Error('Connection to Indexed Database server lost. Refresh the page to try again')],
	['lost', new DOMException('Internal error.', 'UnknownError')],
	['lost', new Dexie.DatabaseClosedError()],
	['lost', new DOMException('', 'AbortError')],
	['failed', new DOMException('', 'DataError')],
	['failed', new TypeError('x is not a function')],
	['failed', { name: 'constructor' }],
	['failed', 'a text'],
	['failed', null],
	['failed', undefined]
])('%s: %s', (fault, error) => {
	expect(faultOf(error)).toBe(fault);
});
