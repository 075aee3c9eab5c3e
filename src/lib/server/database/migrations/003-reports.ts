/**
 * What readers say is wrong. The API inserts (../../reports/reports.ts); `npm run plan -- reports` reads and closes; the
 * work on the queue deletes what has aged out.
 */
export const reports: readonly string[] = [
	`create table report (
		-- The editor's name for it.
		number integer generated always as identity primary key,
		-- Made by the device, so that a report that is sent again is not another one.
		id uuid not null unique,
		-- A figure of the plan as it was then; null: not about a number.
		figure text,
		-- Of the plan, as the reader saw it.
		version text not null,
		edition date not null,
		locale text not null check (locale in ('zh', 'en')),
		-- Encrypted and bound to this row's id (../../push/vault.ts): people write their names into what they say.
		words bytea not null,
		-- Likewise; null when there was none, and once it is deleted.
		contact bytea,
		-- Days, not moments.
		received date not null default current_date,
		closed date,
		-- The update that answers it; null when nothing had to change.
		answer text
	)`,
	`create index report_open on report (number) where closed is null`
];
