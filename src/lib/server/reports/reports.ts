/** What readers say is wrong. Written by whoever sends it, read and closed by the editor, shown to nobody else. */
import { sql, type Kysely } from 'kysely';
import { keepContact, keepReport, type Report } from '../../plan/report.ts';
import type { Schema } from '../database/schema.ts';
import type { Vault } from '../push/vault.ts';

/** A report as the editor reads it. */
export interface OpenReport extends Omit<Report, 'id'> {
	/** By which the editor names it. */
	number: number;
	/** ISO date. */
	received: string;
}

const place = (id: string, what: 'words' | 'contact') => `report ${id} ${what}`;

export class Reports {
	readonly #kysely: Kysely<Schema>;
	readonly #vault: Vault;

	constructor(kysely: Kysely<Schema>, vault: Vault) {
		this.#kysely = kysely;
		this.#vault = vault;
	}

	/** @returns whether it is new; one that came before is stored once, and stays as it was */
	async receive({ id, words, contact, ...report }: Report): Promise<boolean> {
		const row = await this.#kysely
			.insertInto('report')
			.values({
				id,
				...report,
				words: this.#vault.sealText(words, place(id, 'words')),
				contact: contact === '' ? null : this.#vault.sealText(contact, place(id, 'contact')),
				closed: null,
				answer: null
			})
			.onConflict((conflict) => conflict.column('id').doNothing())
			.returning('number')
			.executeTakeFirst();
		return row !== undefined;
	}

	/** By figure, the oldest first. */
	async open(): Promise<OpenReport[]> {
		const rows = await this.#kysely
			.selectFrom('report')
			.selectAll()
			.where('closed', 'is', null)
			.orderBy(sql`figure nulls first`)
			.orderBy('number')
			.execute();
		return rows.map(({ number, id, figure, version, edition, locale, words, contact, received }) => ({
			number,
			figure,
			version,
			edition,
			locale,
			received,
			words: this.#vault.openText(words, place(id, 'words')),
			contact: contact === null ? '' : this.#vault.openText(contact, place(id, 'contact'))
		}));
	}

	/**
	 * It is answered: the contact is deleted.
	 * @param answer the update that answers it; null: nothing had to change
	 * @returns whether there was such an open report
	 */
	async close(number: number, answer: string | null): Promise<boolean> {
		const row = await this.#kysely
			.updateTable('report')
			.set({ closed: sql<string>`current_date`, answer, contact: null })
			.where('number', '=', number)
			.where('closed', 'is', null)
			.returning('number')
			.executeTakeFirst();
		return row !== undefined;
	}
}

/**
 * Deletes what is kept no longer: contacts, and whole reports.
 * @param today ISO date
 */
export async function forgetReports(kysely: Kysely<Schema>, today: string): Promise<void> {
	await sql`update report set contact = null
		where contact is not null and received < ${today}::date - ${sql.lit(keepContact)}`.execute(kysely);
	await sql`delete from report where received < ${today}::date - ${sql.lit(keepReport)}`.execute(kysely);
}
