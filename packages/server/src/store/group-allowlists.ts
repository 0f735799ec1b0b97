import { sql } from 'kysely';
import type { Db } from './db.ts';
import type { GroupKey } from './group-mutes.ts';

/** Makes changes of the group's allowlist wait for each other until the transaction ends. */
async function lockGroupAllowlist(db: Db, { appId, groupId }: GroupKey): Promise<void> {
  await sql`select pg_advisory_xact_lock(${appId}::int, hashtext(${`group allowlist ${groupId}`}))`.execute(db);
}

/** Adds the users in the order given; those on the list keep their place. Inside a transaction. */
export async function insertGroupAllowed(db: Db, key: GroupKey, userIds: string[]): Promise<void> {
  await lockGroupAllowlist(db, key);
  await sql`
    insert into group_allowlists (app_id, group_id, user_id)
    select ${key.appId}::int, ${key.groupId}, user_id from unnest(${userIds}::text[]) with ordinality as t(user_id, ord) order by ord
    on conflict (app_id, group_id, user_id) do nothing`.execute(db);
}

/** Inside a transaction. */
export async function deleteGroupAllowed(db: Db, key: GroupKey, userIds: string[]): Promise<void> {
  await lockGroupAllowlist(db, key);
  await db
    .deleteFrom('group_allowlists')
    .where('app_id', '=', key.appId)
    .where('group_id', '=', key.groupId)
    .where('user_id', 'in', userIds)
    .execute();
}

/** Takes the users off the lists of all groups. */
export async function deleteGroupAllowedOf(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('group_allowlists').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}

/** In the order of addition. */
export async function listGroupAllowed(db: Db, { appId, groupId }: GroupKey, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('group_allowlists')
    .select('user_id')
    .where('app_id', '=', appId)
    .where('group_id', '=', groupId)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => row.user_id);
}
