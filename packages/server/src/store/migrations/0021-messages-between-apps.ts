import { type Kysely, sql } from 'kysely';

/** What is there is within one app; the indexes hold messages between two apps only, so that others cost nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table messages add column other_app_id integer, add column from_other boolean not null default false`.execute(db);
  await sql`
    create index messages_by_other_app on messages (other_app_id, sent_at, id) where other_app_id is not null`.execute(db);
  await sql`
    create index messages_by_other_sender on messages (other_app_id, sender_id, sent_at, id) where from_other`.execute(db);
}
