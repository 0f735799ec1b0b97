import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await addApps(db);
  await addLastTimes(db);
  await sql`create index messages_by_time on messages (app_id, sent_at, id)`.execute(db);
  await sql`create index messages_by_sender on messages (app_id, sender_id, sent_at, id)`.execute(db);
  await sql`
    create table message_expansions (
      message_id bigint not null references messages (id) on delete cascade,
      key text not null,
      value text,
      version bigint not null,
      primary key (message_id, key)
    )`.execute(db);
  await sql`
    create table history_clears (
      conversation_id bigint not null references conversations,
      user_id text not null,
      seq bigint not null,
      primary key (conversation_id, user_id)
    )`.execute(db);
  await sql`
    create table history_log_deletions (
      app_id integer not null references apps,
      hour_start bigint not null,
      primary key (app_id, hour_start)
    )`.execute(db);
}

async function addApps(db: Kysely<unknown>): Promise<void> {
  await sql`alter table messages add column app_id integer`.execute(db);
  await sql`update messages set app_id = conversations.app_id from conversations where conversations.id = conversation_id`.execute(db);
  await sql`alter table messages alter column app_id set not null`.execute(db);
}

/** From here on the times of a conversation never run backwards. */
async function addLastTimes(db: Kysely<unknown>): Promise<void> {
  await sql`
    update messages set sent_at = latest.sent_at
    from (select id, max(sent_at) over (partition by conversation_id order by seq) as sent_at from messages) as latest
    where messages.id = latest.id and messages.sent_at < latest.sent_at`.execute(db);
  await sql`alter table conversations add column last_sent_at bigint not null default 0`.execute(db);
  await sql`
    update conversations set last_sent_at = latest.sent_at
    from (select conversation_id, max(sent_at) as sent_at from messages group by conversation_id) as latest
    where latest.conversation_id = id`.execute(db);
  await sql`alter table conversations alter column last_sent_at drop default`.execute(db);
}
