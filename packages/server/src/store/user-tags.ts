import type { Db } from './db.ts';

/** Replaces all tags of every user; call it inside a transaction. */
export async function replaceTags(db: Db, key: { appId: number; userIds: string[] }, tags: string[]): Promise<void> {
  await db.deleteFrom('user_tags').where('app_id', '=', key.appId).where('user_id', 'in', key.userIds).execute();
  const rows = key.userIds.flatMap((userId) => tags.map((tag, position) => ({ app_id: key.appId, user_id: userId, tag, position })));
  // A statement takes at most 65535 parameters; a row has four.
  for (let start = 0; start < rows.length; start += 10_000) {
    await db
      .insertInto('user_tags')
      .values(rows.slice(start, start + 10_000))
      .execute();
  }
}

/** In the order of setting. */
export async function findTags(db: Db, appId: number, userIds: string[]): Promise<{ user_id: string; tag: string }[]> {
  return db
    .selectFrom('user_tags')
    .select(['user_id', 'tag'])
    .where('app_id', '=', appId)
    .where('user_id', 'in', userIds)
    .orderBy('user_id')
    .orderBy('position')
    .execute();
}
