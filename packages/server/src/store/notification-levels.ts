import type { Db } from './db.ts';
import type { NotificationLevelTable } from './push-tables.ts';

export type LevelKey = Omit<NotificationLevelTable, 'level' | 'by_switch'>;
export type StoredLevel = Pick<NotificationLevelTable, 'level' | 'by_switch'>;

export async function upsertLevel(db: Db, key: LevelKey, stored: StoredLevel): Promise<void> {
  await db
    .insertInto('notification_levels')
    .values({ ...key, ...stored })
    .onConflict((oc) => oc.columns(['app_id', 'user_id', 'kind', 'target_id', 'channel']).doUpdateSet(stored))
    .execute();
}

export async function deleteLevel(db: Db, key: LevelKey): Promise<void> {
  await db
    .deleteFrom('notification_levels')
    .where((eb) => eb.and({ ...key }))
    .execute();
}

export async function findLevel(db: Db, key: LevelKey): Promise<StoredLevel | undefined> {
  return db
    .selectFrom('notification_levels')
    .select(['level', 'by_switch'])
    .where((eb) => eb.and({ ...key }))
    .executeTakeFirst();
}

/** All of the users' own. */
export async function deleteLevelsOf(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('notification_levels').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}
