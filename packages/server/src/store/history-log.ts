import { sql } from 'kysely';
import type { Db } from './db.ts';

/** An app's messages of an hour. Times are milliseconds; `end` is not of the hour, and nothing before `since` exists. */
export interface LogHour {
  appId: number;
  start: number;
  end: number;
  since: number;
}

/** Whether there is a message that is not deleted with its hour. */
export async function hasLog(db: Db, hour: LogHour): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (
      select from messages where app_id = ${hour.appId} and sent_at >= ${Math.max(hour.start, hour.since)} and sent_at < ${hour.end}
    ) and not exists (
      select from history_log_deletions where app_id = ${hour.appId} and hour_start = ${hour.start}
    ) as has`.execute(db);
  return rows[0]!.has;
}

/** Returns false when it was deleted before. */
export async function insertLogDeletion(db: Db, { appId, start }: LogHour): Promise<boolean> {
  const result = await db
    .insertInto('history_log_deletions')
    .values({ app_id: appId, hour_start: start })
    .onConflict((oc) => oc.columns(['app_id', 'hour_start']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Of hours that began before the time. */
export async function forgetLogDeletions(db: Db, before: number): Promise<void> {
  await db.deleteFrom('history_log_deletions').where('hour_start', '<', before).execute();
}
