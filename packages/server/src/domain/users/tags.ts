import type { Ctx } from '../../context.ts';
import { inTransaction } from '../../store/transaction.ts';
import { findTags, replaceTags } from '../../store/user-tags.ts';

/** Replaces the tags of every user, or of none. Duplicates are stored once. */
export async function setTags(ctx: Ctx, userIds: string[], tags: string[]): Promise<void> {
  const key = { appId: ctx.app.id, userIds: [...new Set(userIds)].sort() };
  await inTransaction(ctx.db, (tx) => replaceTags(tx, key, [...new Set(tags)]));
}

/** Every id asked for has an entry. */
export async function getTags(ctx: Ctx, userIds: string[]): Promise<Map<string, string[]>> {
  const tags = new Map<string, string[]>(userIds.map((userId) => [userId, []]));
  for (const row of await findTags(ctx.db, ctx.app.id, userIds)) tags.get(row.user_id)?.push(row.tag);
  return tags;
}
