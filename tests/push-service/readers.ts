import { sql, type Kysely } from 'kysely';
import type { Frequency, Schema } from '../../src/lib/server/database/schema.ts';
import type { Target } from '../../src/lib/server/push/sender.ts';

export interface Reader {
	target: Target;
	topics: string[];
	frequency?: Frequency;
	timeZone?: string;
	locale?: 'zh' | 'en';
	/** Days since the app was opened. */
	unseen?: number;
}

/** What the vault seals is plain here: the tests are about who gets what. */
export function readPlainTarget(_id: string, target: Uint8Array): Target {
	return JSON.parse(Buffer.from(target).toString()) as Target;
}

/** Active subscriptions, in the order given; as the API would have left them. @returns their numbers */
export async function addReaders(kysely: Kysely<Schema>, readers: readonly Reader[]): Promise<number[]> {
	const numbers: number[] = [];
	for (let at = 0; at < readers.length; at += 2000) {
		const some = readers.slice(at, at + 2000);
		const { rows } = await sql<{ number: number }>`insert into subscription
				(id, secret_hash, endpoint_hash, target, host, locale, frequency, time_zone, state, seen)
			select gen_random_uuid(), '', sha256(convert_to(target, 'UTF8')), convert_to(target, 'UTF8'), host, locale,
				frequency, time_zone, 'active', current_date - unseen
			from unnest(
				${some.map(({ target }) => JSON.stringify(target))}::text[],
				${some.map(({ target }) => new URL(target.endpoint).host)}::text[],
				${some.map(({ locale }) => locale ?? 'zh')}::text[],
				${some.map(({ frequency }) => frequency ?? 'immediate')}::text[],
				${some.map(({ timeZone }) => timeZone ?? 'Asia/Shanghai')}::text[],
				${some.map(({ unseen }) => unseen ?? 0)}::integer[]
			) as reader (target, host, locale, frequency, time_zone, unseen)
			returning number`.execute(kysely);
		const added = rows.map(({ number }) => number).sort((a, b) => a - b);
		numbers.push(...added);
		const topics = some.flatMap(({ topics }, index) => topics.map((topic) => ({ topic, number: added[index] ?? 0 })));
		await sql`insert into subscription_topic (subscription, topic, frequency, active)
			select wanted.number, topic, frequency, true from unnest(
				${topics.map(({ number }) => number)}::bigint[], ${topics.map(({ topic }) => topic)}::text[]
			) as wanted (number, topic) join subscription using (number)`.execute(kysely);
	}
	return numbers;
}
