import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Replaces all tags of every user; call it inside a transaction. */
export async function replaceTags(db: Db, key: { appId: number; userIds: string[] }, tags: string[]): Promise<void> {
  await db.deleteFrom('user_tags').where('app_id', '=', key.appId).where('user_id', 'in', key.userIds).execute();
  if (tags.length === 0) return;
  // In one order, so that two calls cannot block each other for good.
  await sql`
    insert into user_tags (app_id, user_id, tag, position)
    select ${key.appId}::int, user_id, tag, place - 1
    from unnest(${key.userIds}::text[]) as users(user_id), unnest(${tags}::text[]) with ordinality as tags(tag, place)
    order by user_id, tag`.execute(db);
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
