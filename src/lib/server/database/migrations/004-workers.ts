/**
 * Who is at work, so that a worker's death is known at once and what it had under way is told from what it had only taken.
 *   worker     each worker, when it begins; whoever finds it dead deletes it (push/work/presence.ts, take-over.ts)
 */
export const workers: readonly string[] = [
	// Alive while its process holds the advisory lock of this number.
	`create table worker (
		number integer generated always as identity primary key,
		began_at timestamptz not null default now()
	)`,

	`alter table delivery
		add column worker integer,
		-- When it was last under way at a worker's death: it may have been sent. A second time makes it maybe.
		add column lost_at timestamptz,
		drop constraint delivery_state_check,
		-- claimed: a worker has it and has sent nothing yet; sending: it is being sent, or was when its worker died;
		-- maybe: lost twice on its way. It may have come twice, or never: a third is for the publisher to send.
		add constraint delivery_state_check check (state in ('queued', 'claimed', 'sending', 'accepted', 'gone', 'failed',
			'digest', 'held', 'withdrawn', 'maybe'))`,
	`drop index delivery_in_flight`,
	`create index delivery_taken on delivery (worker, locked_until) where state in ('claimed', 'sending')`,
	`create index delivery_lost on delivery (next_try) where lost_at is not null and state in ('queued', 'digest')`,
	`create index delivery_maybe on delivery (plan_update) where state = 'maybe'`
];
