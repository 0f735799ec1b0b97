import type { Db } from './db.ts';

/** Shields the user from the groups and returns those that were not shielded before. */
export async function insertShields(db: Db, user: { appId: number; userId: string }, groupIds: string[]): Promise<Set<string>> {
  if (groupIds.length === 0) return new Set();
  const rows = await db
    .insertInto('group_shields')
    .values([...groupIds].sort().map((groupId) => ({ app_id: user.appId, user_id: user.userId, group_id: groupId })))
    .onConflict((oc) => oc.doNothing())
    .returning('group_id')
    .execute();
  return new Set(rows.map((row) => row.group_id));
}

/** Returns the groups that were shielded. */
export async function deleteShields(db: Db, user: { appId: number; userId: string }, groupIds: string[]): Promise<Set<string>> {
  if (groupIds.length === 0) return new Set();
  const rows = await db
    .deleteFrom('group_shields')
    .where('app_id', '=', user.appId)
    .where('user_id', '=', user.userId)
    .where('group_id', 'in', groupIds)
    .returning('group_id')
    .execute();
  return new Set(rows.map((row) => row.group_id));
}

/** All of the users' own. */
export async function deleteShieldsOf(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('group_shields').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}
