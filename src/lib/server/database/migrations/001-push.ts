/**
 * What push needs. Who writes what:
 *   subscription, subscription_topic   the API (../../push/subscriptions.ts); the sender deletes what a push service says is gone,
 *                                      the sweep what has aged out
 *   plan_update                        noticing at start, `npm run plan -- updates`
 *   delivery                           fan-out inserts, sender and digests change
 *   host_pause                         the sender, when a push service asks to wait or refuses us
 *   setting                            the start: which keys this database belongs to
 *
 * A landed migration is never changed; a change is the next number. Only what releases before can live with (a new table,
 * a new column with a default): a release that is rolled back meets the newer schema.
 */
export const push: readonly string[] = [
	`create table subscription (
		-- For ranges and references; never leaves the server.
		number bigint generated always as identity primary key,
		-- Random, the name in addresses. Together with the secret, of which only a hash is here, it owns the row.
		id uuid not null unique,
		secret_hash bytea not null,
		-- Keyed hash of the endpoint: one row an endpoint, findable without decrypting any.
		endpoint_hash bytea not null unique,
		-- {endpoint, p256dh, auth}, encrypted and bound to this row's id (see ../../push/vault.ts).
		target bytea not null,
		-- The push service, "host" or "host:port", in clear so that a paused one can be left out.
		host text not null,
		locale text not null check (locale in ('zh', 'en')),
		frequency text not null check (frequency in ('immediate', 'daily', 'weekly')),
		time_zone text not null,
		state text not null check (state in ('pending', 'active')),
		-- Of the token in the activation push; null once it came back.
		activation_hash bytea,
		-- Days, not moments: when somebody opened the app is nobody's business.
		created date not null default current_date,
		seen date not null default current_date,
		warned date,
		check ((state = 'pending') = (activation_hash is not null))
	) with (fillfactor = 90)`,
	// What never came back with its token is swept after a day.
	`create index subscription_pending on subscription (created) where state = 'pending'`,

	`create table subscription_topic (
		subscription bigint not null references subscription (number) on delete cascade,
		topic text not null,
		-- Both repeated from the subscription, in the same transaction, so that an index alone tells the audience.
		frequency text not null,
		active boolean not null,
		primary key (subscription, topic)
	)`,
	// "Who of the subscriptions 1..5000 follows one of these topics and wants it at once?" reads this index and nothing else.
	`create index subscription_topic_audience on subscription_topic (topic, frequency, subscription) where active`,
	// An index-only scan needs pages known to be all-visible, soon after rows arrive.
	`alter table subscription_topic set (
		autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.02)`,

	`create table plan_update (
		number integer generated always as identity primary key,
		-- The update's id in the plan. Unique, so that of many servers starting together one notices it.
		id text not null unique,
		-- noticed: seen, nobody queued it yet; queued: being fanned out; sent: every range of subscriptions was covered;
		-- held: by the publisher, nothing more is sent; skipped: was there before push was (the first start), or notify is false.
		state text not null check (state in ('noticed', 'queued', 'sent', 'held', 'skipped')),
		-- Of what readers are told: a resend knows whether it says the same.
		content_hash text not null,
		noticed_at timestamptz not null default now(),
		queued_at timestamptz,
		sent_at timestamptz
	)`,

	`create table delivery (
		subscription bigint not null references subscription (number) on delete cascade,
		plan_update integer not null references plan_update (number),
		host text not null,
		-- queued: to be sent from next_try on; sending: locked until locked_until, then anybody's again;
		-- digest: waits for the next daily or weekly one; gone: the push service forgot the device (the row goes with it).
		state text not null check (state in ('queued', 'sending', 'accepted', 'gone', 'failed', 'digest')),
		attempts smallint not null default 0,
		next_try timestamptz not null default now(),
		locked_until timestamptz,
		-- The last answer: a status, or 0 for none.
		answer smallint,
		queued_at timestamptz not null default now(),
		accepted_at timestamptz,
		primary key (subscription, plan_update)
	) with (fillfactor = 80)`,
	`create index delivery_due on delivery (host, next_try) where state = 'queued'`,
	`create index delivery_in_flight on delivery (locked_until) where state = 'sending'`,
	`create index delivery_digest on delivery (subscription) where state = 'digest'`,
	`create index delivery_by_update on delivery (plan_update, state)`,

	`create table host_pause (
		host text primary key,
		until timestamptz not null,
		-- "answered 429", "refuses our key (403)": for the log and npm run plan -- updates.
		reason text not null,
		since timestamptz not null default now()
	)`,

	`create table setting (name text primary key, value text not null)`
];
