import { sql } from 'kysely';
import type { Db } from './db.ts';

/** A group that is muted keeps its place in the list. */
export async function insertMutedGroups(db: Db, appId: number, groupIds: string[]): Promise<void> {
  await sql`
    insert into muted_groups (app_id, group_id)
    select distinct ${appId}::int, group_id from unnest(${groupIds}::text[]) as t(group_id) order by group_id
    on conflict (app_id, group_id) do nothing`.execute(db);
}

/** Inside a transaction. */
export async function deleteMutedGroups(db: Db, appId: number, groupIds: string[]): Promise<void> {
  const { rows } = await sql<{ group_id: string }>`
    select group_id from muted_groups where app_id = ${appId}::int and group_id = any(${groupIds}::text[])
    order by group_id for update`.execute(db);
  await sql`
    delete from muted_groups
    where app_id = ${appId}::int and group_id = any(${rows.map((row) => row.group_id)}::text[])`.execute(db);
}

/** Of `groupIds`, those that are muted. */
export async function findMutedGroups(db: Db, appId: number, groupIds: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('muted_groups')
    .select('group_id')
    .where('app_id', '=', appId)
    .where('group_id', 'in', groupIds)
    .execute();
  return new Set(rows.map((row) => row.group_id));
}

/** In the order of muting. */
export async function pageOfMutedGroups(db: Db, appId: number, page: { offset: number; limit: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('muted_groups')
    .select('group_id')
    .where('app_id', '=', appId)
    .orderBy('position')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.group_id);
}
