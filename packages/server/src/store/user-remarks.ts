import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Who gave the remarks. */
export interface RemarkOwner {
  appId: number;
  userId: string;
}

export interface UserRemark {
  targetId: string;
  remark: string;
}

/**
 * Adds remarks in the order given, or changes those there are, which keep their place. No target comes twice. Call it inside a
 * transaction: calls for one owner wait for each other, and rows are locked in the order of the key, as deletion does.
 */
export async function upsertRemarks(db: Db, { appId, userId }: RemarkOwner, remarks: UserRemark[]): Promise<void> {
  const targetIds = remarks.map(({ targetId }) => targetId);
  const texts = remarks.map(({ remark }) => remark);
  await sql`select pg_advisory_xact_lock(${appId}::int, hashtext(${`remarks of ${userId}`}))`.execute(db);
  await sql`
    select from user_remarks
    where app_id = ${appId}::int and user_id = ${userId} and target_id = any(${targetIds}::text[])
    order by user_id, target_id for update`.execute(db);
  await sql`
    insert into user_remarks (app_id, user_id, target_id, remark)
    select ${appId}::int, ${userId}, target_id, remark
    from unnest(${targetIds}::text[], ${texts}::text[]) with ordinality as t(target_id, remark, ord) order by ord
    on conflict (app_id, user_id, target_id) do update set remark = excluded.remark`.execute(db);
}

export async function deleteRemark(db: Db, { appId, userId }: RemarkOwner, targetId: string): Promise<void> {
  await db.deleteFrom('user_remarks').where('app_id', '=', appId).where('user_id', '=', userId).where('target_id', '=', targetId).execute();
}

export async function countRemarks(db: Db, { appId, userId }: RemarkOwner): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from user_remarks where app_id = ${appId}::int and user_id = ${userId}`.execute(db);
  return rows[0]!.count;
}

/** In the order of setting. */
export async function pageOfRemarks(db: Db, owner: RemarkOwner, page: { offset: number; limit: number }): Promise<UserRemark[]> {
  return db
    .selectFrom('user_remarks')
    .select(['target_id as targetId', 'remark'])
    .where('app_id', '=', owner.appId)
    .where('user_id', '=', owner.userId)
    .orderBy('position')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
}

/** Deletes what the users gave. */
export async function deleteRemarksBy(db: Db, appId: number, userIds: string[]): Promise<void> {
  await deleteInOrder(db, appId, sql`user_id = any(${userIds}::text[])`);
}

/** Deletes what others gave the users. */
export async function deleteRemarksAbout(db: Db, appId: number, userIds: string[]): Promise<void> {
  await deleteInOrder(db, appId, sql`target_id = any(${userIds}::text[])`);
}

async function deleteInOrder(db: Db, appId: number, which: ReturnType<typeof sql>): Promise<void> {
  await sql`
    with locked as (
      select user_id, target_id from user_remarks where app_id = ${appId}::int and ${which}
      order by user_id, target_id for update)
    delete from user_remarks as gone using locked
    where gone.app_id = ${appId}::int and gone.user_id = locked.user_id and gone.target_id = locked.target_id`.execute(db);
}
