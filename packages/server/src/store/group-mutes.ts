import { type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import type { GroupMuteTable } from './group-tables.ts';

export type GroupMuteRow = Pick<Selectable<GroupMuteTable>, 'user_id' | 'muted_at' | 'muted_until'>;

/** An empty id is all groups of the app. */
export interface GroupKey {
  appId: number;
  groupId: string;
}

/** Mutes from `at` until then, null: until lifted; a mute that is there is replaced. */
export async function setGroupMutes(
  db: Db,
  { appId, groupId }: GroupKey,
  { userIds, at, until }: { userIds: string[]; at: number; until: number | null },
): Promise<void> {
  await sql`
    insert into group_mutes (app_id, group_id, user_id, muted_at, muted_until)
    select distinct ${appId}::int, ${groupId}, user_id, ${at}::bigint, ${until}::bigint
    from unnest(${userIds}::text[]) as t(user_id) order by user_id
    on conflict (app_id, group_id, user_id) do update set muted_at = excluded.muted_at, muted_until = excluded.muted_until`.execute(db);
}

/** Inside a transaction. */
export async function deleteGroupMutes(db: Db, { appId, groupId }: GroupKey, userIds: string[]): Promise<void> {
  const { rows } = await sql<{ user_id: string }>`
    select user_id from group_mutes where app_id = ${appId}::int and group_id = ${groupId} and user_id = any(${userIds}::text[])
    order by user_id for update`.execute(db);
  await sql`
    delete from group_mutes where app_id = ${appId}::int and group_id = ${groupId}
      and user_id = any(${rows.map((row) => row.user_id)}::text[])`.execute(db);
}

/** In every group. */
export async function deleteGroupMutesOf(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('group_mutes').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}

/** Those muted now, the latest end first. */
export async function listGroupMutes(db: Db, key: GroupKey, { now, limit }: { now: number; limit: number }): Promise<GroupMuteRow[]> {
  // In a descending order nulls are first: a mute until it is lifted ends last.
  return mutesNow(db, key, now)
    .select(['user_id', 'muted_at', 'muted_until'])
    .orderBy('muted_until', 'desc')
    .orderBy('user_id', 'desc')
    .limit(limit)
    .execute();
}

export async function countGroupMutes(db: Db, key: GroupKey, now: number): Promise<number> {
  const { count } = await mutesNow(db, key, now)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function mutesNow(db: Db, { appId, groupId }: GroupKey, now: number) {
  return db
    .selectFrom('group_mutes')
    .where('app_id', '=', appId)
    .where('group_id', '=', groupId)
    .where((eb) => eb.or([eb('muted_until', 'is', null), eb('muted_until', '>', now)]));
}

/** Makes changes of the mutes in all groups of an app wait for each other until the transaction ends. */
export async function lockMutesEverywhere(db: Db, appId: number): Promise<void> {
  await db.selectFrom('apps').select('id').where('id', '=', appId).forNoKeyUpdate().execute();
}

/** What decides whether the user, of the group's app, may send to the group. */
export interface GroupVoice {
  /** There is such a group. */
  known: boolean;
  member: boolean;
  /** In this group or in all. */
  muted: boolean;
  groupMuted: boolean;
  allowed: boolean;
}

export async function findGroupVoice(db: Db, { appId, groupId }: GroupKey, user: { userId: string; now: number }): Promise<GroupVoice> {
  const { rows } = await sql<GroupVoice>`
    with target as (select gid from groups where app_id = ${appId}::int and group_id = ${groupId})
    select
      exists (select from target) as known,
      exists (select from target join group_members using (gid) where app_id = ${appId}::int and user_id = ${user.userId}) as member,
      exists (select from group_mutes where app_id = ${appId}::int and group_id in (${groupId}, '') and user_id = ${user.userId}
        and (muted_until is null or muted_until > ${user.now}::bigint)) as muted,
      exists (select from muted_groups where app_id = ${appId}::int and group_id = ${groupId}) as "groupMuted",
      exists (select from group_allowlists where app_id = ${appId}::int and group_id = ${groupId} and user_id = ${user.userId}) as allowed
  `.execute(db);
  return rows[0]!;
}
