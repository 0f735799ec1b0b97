import type { Db } from './db.ts';

/** A user in a group. */
export interface GroupRemarkKey {
  appId: number;
  userId: string;
  groupId: string;
}

export async function upsertGroupRemark(db: Db, { appId, userId, groupId }: GroupRemarkKey, remark: string): Promise<void> {
  await db
    .insertInto('group_remarks')
    .values({ app_id: appId, user_id: userId, group_id: groupId, remark })
    .onConflict((oc) => oc.columns(['app_id', 'user_id', 'group_id']).doUpdateSet({ remark }))
    .execute();
}

export async function deleteGroupRemark(db: Db, { appId, userId, groupId }: GroupRemarkKey): Promise<void> {
  await db.deleteFrom('group_remarks').where('app_id', '=', appId).where('user_id', '=', userId).where('group_id', '=', groupId).execute();
}

export async function findGroupRemark(db: Db, { appId, userId, groupId }: GroupRemarkKey): Promise<string | undefined> {
  const row = await db
    .selectFrom('group_remarks')
    .select('remark')
    .where('app_id', '=', appId)
    .where('user_id', '=', userId)
    .where('group_id', '=', groupId)
    .executeTakeFirst();
  return row?.remark;
}

/** Those of the users in all groups. */
export async function deleteGroupRemarksOf(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('group_remarks').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}
