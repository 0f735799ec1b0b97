import type { Db } from './db.ts';

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
