import type { Db } from './db.ts';
import type { QuietPeriodTable } from './push-tables.ts';

export type StoredPeriod = Omit<QuietPeriodTable, 'app_id' | 'user_id'>;

export async function upsertPeriod(db: Db, { appId, userId }: { appId: number; userId: string }, period: StoredPeriod): Promise<void> {
  await db
    .insertInto('quiet_periods')
    .values({ app_id: appId, user_id: userId, ...period })
    .onConflict((oc) => oc.columns(['app_id', 'user_id']).doUpdateSet(period))
    .execute();
}

export async function findPeriod(db: Db, { appId, userId }: { appId: number; userId: string }): Promise<StoredPeriod | undefined> {
  return db
    .selectFrom('quiet_periods')
    .select(['start_time', 'minutes', 'level'])
    .where('app_id', '=', appId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

export async function deletePeriods(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('quiet_periods').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}
