import { sql } from 'kysely';
import type { AppPair } from './app-trusts.ts';
import type { Db } from './db.ts';
import type { GroupRow } from './groups.ts';
import { type ScopedId, ScopedMap, tableOf, userOf } from './scoped-ids.ts';
import type { UserRow } from './users.ts';

export type MemberRow = Pick<
  UserRow,
  'app_id' | 'user_id' | 'name' | 'avatar' | 'birthday' | 'gender' | 'signature' | 'region' | 'address'
> & {
  app_key: string;
};

/** Makes calls that replace all groups of a user wait for each other until the transaction ends. It goes before the lock of any group. */
export async function lockMemberships(db: Db, user: ScopedId): Promise<void> {
  await sql`select pg_advisory_xact_lock(${user.appId}::int, hashtext(${user.id}))`.execute(db);
}

/** Adds every user to every group, in the order given, and returns the groups of those that are new, one for each. */
export async function insertMembers(db: Db, gids: number[], users: ScopedId[]): Promise<number[]> {
  const { rows } = await sql<{ gid: number }>`
    insert into group_members (gid, app_id, user_id)
    select gid, app_id, id
    from unnest(${gids}::bigint[]) with ordinality as g(gid, g_ord), ${tableOf(users)}
    order by g_ord, ord
    on conflict (gid, app_id, user_id) do nothing
    returning gid`.execute(db);
  return rows.map((row) => row.gid);
}

/** Removes every user from every group. Returns how many memberships ended. */
export async function deleteMembers(db: Db, gids: number[], users: ScopedId[]): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from group_members where gid = any(${gids}::bigint[]) and (app_id, user_id) in (select app_id, id from ${tableOf(users)})`.execute(
    db,
  );
  return Number(numAffectedRows);
}

/** Removes the members that each of the two apps has in groups of the other, which are locked. */
export async function deleteMembersBetween(db: Db, gids: number[], { appId, otherId }: AppPair): Promise<void> {
  await sql`
    delete from group_members as member using groups
    where groups.gid = member.gid and groups.gid = any(${gids}::bigint[])
      and member.app_id in (${appId}, ${otherId}) and member.app_id <> groups.app_id`.execute(db);
}

export async function countMembers(db: Db, gids: number[]): Promise<{ gid: number; count: number }[]> {
  return db
    .selectFrom('group_members')
    .select((eb) => ['gid', eb.fn.countAll<number>().as('count')])
    .where('gid', 'in', gids)
    .groupBy('gid')
    .execute();
}

/** Of every app; 0 for an unknown group. */
export async function countMembersOf(db: Db, appId: number, groupId: string): Promise<number> {
  const { count } = await db
    .selectFrom('groups')
    .innerJoin('group_members', 'group_members.gid', 'groups.gid')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('groups.app_id', '=', appId)
    .where('group_id', '=', groupId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Of the users, those who are members. */
export async function findMembers(db: Db, gid: number, users: ScopedId[]): Promise<ScopedMap<ScopedId>> {
  const { rows } = await sql<{ app_id: number; user_id: string }>`
    select app_id, user_id from group_members
    where gid = ${gid}::bigint and (app_id, user_id) in (select app_id, id from ${tableOf(users)})`.execute(db);
  return new ScopedMap(rows.map(userOf), (user) => user);
}

/** Of the gids, those of groups that the user is in. */
export async function findMemberships(db: Db, gids: number[], user: ScopedId): Promise<Set<number>> {
  if (gids.length === 0) return new Set();
  const rows = await db
    .selectFrom('group_members')
    .select('gid')
    .where('gid', 'in', gids)
    .where('app_id', '=', user.appId)
    .where('user_id', '=', user.id)
    .execute();
  return new Set(rows.map((row) => row.gid));
}

/** Of the users, those who are in at least so many groups. */
export async function findUsersInGroups(db: Db, users: ScopedId[], atLeast: number): Promise<ScopedId[]> {
  const { rows } = await sql<{ app_id: number; user_id: string }>`
    select app_id, user_id from group_members where (app_id, user_id) in (select app_id, id from ${tableOf(users)})
    group by app_id, user_id having count(*) >= ${atLeast}::int`.execute(db);
  return rows.map(userOf);
}

/** All members of a group in order of joining. */
export async function listMembers(db: Db, gid: number): Promise<MemberRow[]> {
  return db
    .selectFrom('group_members as member')
    .innerJoin('apps', 'apps.id', 'member.app_id')
    .leftJoin('users', (join) => join.onRef('users.app_id', '=', 'member.app_id').onRef('users.user_id', '=', 'member.user_id'))
    .select(['app_key', 'member.app_id', 'member.user_id'])
    .select(['users.name', 'avatar', 'birthday', 'gender', 'signature', 'region', 'address'])
    .where('gid', '=', gid)
    .orderBy('member.position')
    .execute();
}

/** Ids of the members that the group's own app has, in order of joining; none for an unknown group. */
export async function listMemberIds(db: Db, appId: number, groupId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('groups')
    .innerJoin('group_members', (join) =>
      join.onRef('group_members.gid', '=', 'groups.gid').onRef('group_members.app_id', '=', 'groups.app_id'),
    )
    .select('user_id')
    .where('groups.app_id', '=', appId)
    .where('group_id', '=', groupId)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.user_id);
}

/** Groups of the user's own app in order of joining; all without a page. */
export async function listGroupsOf(db: Db, user: ScopedId, page?: { offset: number; limit: number }): Promise<GroupRow[]> {
  return groupsOf(db, user)
    .where('groups.app_id', '=', user.appId)
    .$if(page !== undefined, (query) => query.offset(page!.offset).limit(page!.limit))
    .execute();
}

/** Groups of every app in order of joining, each with the key of its app. */
export async function listGroupsAcrossApps(db: Db, user: ScopedId): Promise<(GroupRow & { app_key: string })[]> {
  return groupsOf(db, user).innerJoin('apps', 'apps.id', 'groups.app_id').select('app_key').execute();
}

function groupsOf(db: Db, user: ScopedId) {
  return db
    .selectFrom('group_members')
    .innerJoin('groups', 'groups.gid', 'group_members.gid')
    .selectAll('groups')
    .where('group_members.app_id', '=', user.appId)
    .where('user_id', '=', user.id)
    .orderBy('position');
}
