import { expect, it } from 'vitest';
import { migrate } from '../../src/lib/server/database/migrate.ts';
import { onBothDatabases } from './database-under-test.ts';

onBothDatabases('migrations', (database) => {
	it('are applied once', async () => {
		expect(await migrate(database().kysely)).toEqual([]);
	});
	it('are applied wholly or not at all', async () => {
		const broken = { number: 900, name: 'broken', statements: ['create table half (a int)', 'create tabel other'] };
		await expect(migrate(database().kysely, [broken])).rejects.toThrow('syntax');
		const whole = { number: 901, name: 'whole', statements: ['create table half (a int)'] };
		expect(await migrate(database().kysely, [whole])).toEqual([901]);
	});
	it('of a newer release are left alone', async () => {
		expect(await migrate(database().kysely)).toEqual([]);
	});
	it('give both databases’ values in the same shapes', async () => {
		const { kysely } = database();
		const { number } = await kysely
			.insertInto('subscription')
			.values({
				id: '5f0f9a3c-3a0c-4b1b-9a58-0d6c6c3d2b11',
				secret_hash: Buffer.from([1]),
				endpoint_hash: Buffer.from([2]),
				target: Buffer.from([3, 4]),
				host: 'fcm.googleapis.com',
				locale: 'zh',
				frequency: 'daily',
				time_zone: 'Asia/Shanghai',
				state: 'active',
				activation_hash: null,
				warned: null,
				created: '2021-03-01'
			})
			.returning('number')
			.executeTakeFirstOrThrow();
		expect(number).toBe(1);
		const row = await kysely
			.selectFrom('subscription')
			.select((select) => ['created', 'target', select.fn.countAll<number>().over().as('count')])
			.executeTakeFirstOrThrow();
		expect(row.created).toBe('2021-03-01');
		expect([...row.target]).toEqual([3, 4]);
		expect(row.count).toBe(1);
		const { applied_at } = await kysely.selectFrom('migration').select('applied_at').executeTakeFirstOrThrow();
		expect(applied_at).toBeInstanceOf(Date);
	});
});
