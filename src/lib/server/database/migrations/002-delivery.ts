/**
 * How updates are told. Who writes what:
 *   plan_update   also what readers are told (messages), so that a worker of any release can send it
 *   fan_out       noticing and the publisher's commands; the fan-out moves `covered` on
 *   listener      the worker that sends each update to itself first, and its own listener when it arrives
 *   send_total, accept_delay   workers add to them; any server shows them at /metrics
 */
export const delivery: readonly string[] = [
	`alter table plan_update
		add column topics text[] not null default '{}',
		add column correction boolean not null default false,
		-- Of the updates that told what this one corrects.
		add column corrects text[] not null default '{}',
		add column date date,
		-- {topic: {locale: notification}}
		add column messages jsonb not null default '{}'`,

	`alter table delivery
		-- One of several that are told together; its state is digest where another's is queued.
		add column bundled boolean not null default false,
		-- The reader's day on which it counts towards three a day.
		add column day date,
		add column expires_at timestamptz not null default now() + interval '48 hours',
		drop constraint delivery_state_check,
		-- held: by the publisher; withdrawn: corrected, or no longer followed, before it was told.
		add constraint delivery_state_check
			check (state in ('queued', 'sending', 'accepted', 'gone', 'failed', 'digest', 'held', 'withdrawn'))`,
	`create index delivery_digest_due on delivery (host, next_try, subscription) where state = 'digest'`,
	`create index delivery_expiry on delivery (expires_at) where state in ('queued', 'digest')`,

	// Updates that go out together, and how far they have got: a killed worker's successor goes on from covered.
	`create table fan_out (
		number integer generated always as identity primary key,
		updates integer[] not null,
		-- The newest subscription when it began: who comes later has read the update in the app.
		last bigint not null,
		covered bigint not null default 0,
		created_at timestamptz not null default now(),
		finished_at timestamptz
	)`,
	`create index fan_out_open on fan_out (number) where finished_at is null`,

	`create table listener (
		plan_update integer primary key references plan_update (number) on delete cascade,
		expected_at timestamptz not null default now(),
		arrived_at timestamptz
	)`,

	`alter table host_pause add column stopped boolean not null default false`,

	`create table send_total (
		host text not null, answer text not null, count bigint not null default 0,
		primary key (host, answer)
	)`,
	// A histogram of seconds from queued to accepted; \`up_to\` is a bucket's upper bound.
	`create table accept_delay (
		up_to double precision primary key, count bigint not null default 0, seconds double precision not null default 0
	)`
];
