import type { Db } from './db.ts';
import type { UserRow } from './users.ts';

/** Of `userIds`, those whose blocklist holds `blockedId`. */
export async function findBlockersOf(db: Db, key: { appId: number; blockedId: string }, userIds: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('blocklists')
    .select('user_id')
    .where('app_id', '=', key.appId)
    .where('blocked_id', '=', key.blockedId)
    .where('user_id', 'in', userIds)
    .execute();
  return new Set(rows.map((row) => row.user_id));
}

export async function clearBlocklists(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('blocklists').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}

/** Adds the users in the order given and returns those that were not on the list. */
export async function insertBlocked(db: Db, owner: { appId: number; userId: string }, userIds: string[]): Promise<Set<string>> {
  const rows = await db
    .insertInto('blocklists')
    .values(userIds.map((blockedId) => ({ app_id: owner.appId, user_id: owner.userId, blocked_id: blockedId })))
    .onConflict((oc) => oc.doNothing())
    .returning('blocked_id')
    .execute();
  return new Set(rows.map((row) => row.blocked_id));
}

/** Returns those that were on the list. */
export async function deleteBlocked(db: Db, owner: { appId: number; userId: string }, userIds: string[]): Promise<Set<string>> {
  const rows = await db
    .deleteFrom('blocklists')
    .where('app_id', '=', owner.appId)
    .where('user_id', '=', owner.userId)
    .where('blocked_id', 'in', userIds)
    .returning('blocked_id')
    .execute();
  return new Set(rows.map((row) => row.blocked_id));
}

/** In the order of adding; an id that was never registered has no profile. */
export async function listBlocked(
  db: Db,
  owner: { appId: number; userId: string },
): Promise<{ userId: string; profile: UserRow | undefined }[]> {
  const rows = await db
    .selectFrom('blocklists as entry')
    .leftJoin('users', (join) => join.onRef('users.app_id', '=', 'entry.app_id').onRef('users.user_id', '=', 'entry.blocked_id'))
    .select('entry.blocked_id')
    .selectAll('users')
    .where('entry.app_id', '=', owner.appId)
    .where('entry.user_id', '=', owner.userId)
    .orderBy('entry.position')
    .execute();
  return rows.map(({ blocked_id, ...user }) => ({ userId: blocked_id, profile: user.user_id === null ? undefined : (user as UserRow) }));
}

/** Deletes the lists of the users and takes them off all others. */
export async function deleteBlocklistEntries(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db
    .deleteFrom('blocklists')
    .where('app_id', '=', appId)
    .where((eb) => eb.or([eb('user_id', 'in', userIds), eb('blocked_id', 'in', userIds)]))
    .execute();
}
