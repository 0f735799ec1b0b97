import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table chatrooms add column exclusive boolean not null default true`.execute(db);
  await sql`create index chatrooms_by_owner on chatrooms (app_id, owner_id) where owner_id is not null`.execute(db);
  // A deleted user is looked for in all chatrooms.
  await sql`create index chatroom_restrictions_of_user on chatroom_restrictions (app_id, user_id)`.execute(db);
  await sql`create index chatroom_allowlists_of_user on chatroom_allowlists (user_id)`.execute(db);
  await sql`create index chatroom_protected_users_of_user on chatroom_protected_users (user_id)`.execute(db);
}
