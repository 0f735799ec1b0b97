import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // What is set for a chatroom before it comes stands in rows of the same tables, until then.
  await sql`alter table chatrooms add column expected_until bigint`.execute(db);
  await sql`alter table chatrooms drop column due_at`.execute(db);
  await sql`
    alter table chatrooms add column due_at bigint generated always as (
      coalesce(expected_until, case destroy_when when 'old' then created_at else last_active_at end + destroy_minutes * 60000::bigint)
    ) stored`.execute(db);
  await sql`create index due_chatrooms on chatrooms (due_at) where due_at is not null`.execute(db);
  await sql`create index expected_chatrooms on chatrooms (app_id, expected_until) where expected_until is not null`.execute(db);
}
