import { sql } from 'kysely';
import type { Db } from './db.ts';
import type { GroupRow } from './groups.ts';
import type { UserRow } from './users.ts';

export interface Membership {
  gid: number;
  user_id: string;
}

/** A member with what is known of the user; an id that was never registered has nulls. */
export type MemberRow = Pick<UserRow, 'user_id' | 'name' | 'avatar' | 'birthday' | 'gender' | 'signature' | 'region' | 'address'>;

/** Makes calls that replace all groups of a user wait for each other until the transaction ends. It goes before the lock of any group. */
export async function lockMemberships(db: Db, appId: number, userId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${appId}::int, hashtext(${userId}))`.execute(db);
}

/** Adds every user to every group, in the order given, and returns those that are new. */
export async function insertMembers(db: Db, key: { appId: number; gids: number[]; userIds: string[] }): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    insert into group_members (gid, app_id, user_id)
    select gid, ${key.appId}::int, user_id
    from unnest(${key.gids}::bigint[]) with ordinality as g(gid, g_ord), unnest(${key.userIds}::text[]) with ordinality as u(user_id, u_ord)
    order by g_ord, u_ord
    on conflict (gid, user_id) do nothing
    returning gid, user_id`.execute(db);
  return rows;
}

/** Removes every user from every group. Returns how many memberships ended. */
export async function deleteMembers(db: Db, gids: number[], userIds: string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from group_members where gid = any(${gids}::bigint[]) and user_id = any(${userIds}::text[])`.execute(db);
  return Number(numAffectedRows);
}

export async function countMembers(db: Db, gids: number[]): Promise<{ gid: number; count: number }[]> {
  return db
    .selectFrom('group_members')
    .select((eb) => ['gid', eb.fn.countAll<number>().as('count')])
    .where('gid', 'in', gids)
    .groupBy('gid')
    .execute();
}

/** Of `userIds`, those who are members. */
export async function findMembers(db: Db, gid: number, userIds: string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await db.selectFrom('group_members').select('user_id').where('gid', '=', gid).where('user_id', 'in', userIds).execute();
  return new Set(rows.map((row) => row.user_id));
}

/** Of the gids, those of groups that the user is in. */
export async function findMemberships(db: Db, gids: number[], userId: string): Promise<Set<number>> {
  if (gids.length === 0) return new Set();
  const rows = await db.selectFrom('group_members').select('gid').where('gid', 'in', gids).where('user_id', '=', userId).execute();
  return new Set(rows.map((row) => row.gid));
}

/** Of `userIds`, those who are in at least so many groups. */
export async function findUsersInGroups(db: Db, key: { appId: number; userIds: string[] }, atLeast: number): Promise<string[]> {
  const rows = await db
    .selectFrom('group_members')
    .select('user_id')
    .where('app_id', '=', key.appId)
    .where('user_id', 'in', key.userIds)
    .groupBy('user_id')
    .having((eb) => eb.fn.countAll<number>(), '>=', atLeast)
    .execute();
  return rows.map((row) => row.user_id);
}

/** All members of a group in order of joining. */
export async function listMembers(db: Db, gid: number): Promise<MemberRow[]> {
  return db
    .selectFrom('group_members as member')
    .leftJoin('users', (join) => join.onRef('users.app_id', '=', 'member.app_id').onRef('users.user_id', '=', 'member.user_id'))
    .select(['member.user_id', 'name', 'avatar', 'birthday', 'gender', 'signature', 'region', 'address'])
    .where('gid', '=', gid)
    .orderBy('member.position')
    .execute();
}

/** Ids of all members in order of joining; none for an unknown group. */
export async function listMemberIds(db: Db, appId: number, groupId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('groups')
    .innerJoin('group_members', 'group_members.gid', 'groups.gid')
    .select('user_id')
    .where('groups.app_id', '=', appId)
    .where('group_id', '=', groupId)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.user_id);
}

/** Groups of a user in order of joining; all without a page. */
export async function listGroupsOf(
  db: Db,
  user: { appId: number; userId: string },
  page?: { offset: number; limit: number },
): Promise<GroupRow[]> {
  return db
    .selectFrom('group_members')
    .innerJoin('groups', 'groups.gid', 'group_members.gid')
    .selectAll('groups')
    .where('group_members.app_id', '=', user.appId)
    .where('user_id', '=', user.userId)
    .orderBy('position')
    .$if(page !== undefined, (query) => query.offset(page!.offset).limit(page!.limit))
    .execute();
}
