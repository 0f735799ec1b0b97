import type { Db } from './db.ts';

/** A conversation as one user sees it. */
export interface ConversationView {
  appId: number;
  userId: string;
  kind: number;
  targetId: string;
}

export async function setPinned(db: Db, { appId, userId, kind, targetId }: ConversationView, pinned: boolean): Promise<void> {
  await db
    .insertInto('conversation_settings')
    .values({ app_id: appId, user_id: userId, kind, target_id: targetId, pinned })
    .onConflict((oc) => oc.columns(['app_id', 'user_id', 'kind', 'target_id']).doUpdateSet({ pinned }))
    .execute();
}

export async function isPinned(db: Db, { appId, userId, kind, targetId }: ConversationView): Promise<boolean> {
  const row = await db
    .selectFrom('conversation_settings')
    .select('pinned')
    .where('app_id', '=', appId)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .where('target_id', '=', targetId)
    .executeTakeFirst();
  return row?.pinned ?? false;
}

/** All of the users' own. */
export async function deleteConversationSettings(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('conversation_settings').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}
