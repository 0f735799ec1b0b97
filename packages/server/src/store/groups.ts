import { type Selectable, sql, type Updateable } from 'kysely';
import type { AppPair } from './app-trusts.ts';
import type { Db } from './db.ts';
import type { GroupTable } from './group-tables.ts';
import { countList, findPageStart } from './list-blocks.ts';
import { type Numbered, type ScopedId, ScopedMap, tableOf } from './scoped-ids.ts';

export type GroupRow = Selectable<GroupTable>;
export type GroupChange = Pick<Updateable<GroupTable>, 'name' | 'description' | 'avatar'>;

export async function findGroup(db: Db, appId: number, gid: number): Promise<GroupRow | undefined> {
  return db.selectFrom('groups').selectAll().where('app_id', '=', appId).where('gid', '=', gid).executeTakeFirst();
}

export async function findGroups(db: Db, groups: ScopedId<number>[]): Promise<GroupRow[]> {
  if (groups.length === 0) return [];
  const { rows } = await sql<GroupRow>`
    select * from groups where (app_id, gid) in (
      select * from unnest(${groups.map(({ appId }) => appId)}::int[], ${groups.map(({ id }) => id)}::bigint[])
    )`.execute(db);
  return rows;
}

/** By their text ids, the gids of those that exist. */
export async function findGids(db: Db, groups: ScopedId[]): Promise<ScopedMap<Numbered>> {
  if (groups.length === 0) return new ScopedMap<Numbered>([], (row) => row);
  const { rows } = await sql<Numbered>`
    select app_id as "appId", group_id as id, gid as number from groups
    where (app_id, group_id) in (select app_id, id from ${tableOf(groups)})`.execute(db);
  return new ScopedMap(rows, (row) => row);
}

/** Groups in order of creation. */
export async function pageOfGroups(db: Db, appId: number, page: { offset: number; limit: number }): Promise<GroupRow[]> {
  const start = await findPageStart(db, { list: 'groups', owner: appId }, page);
  if (!start) return [];
  return db
    .selectFrom('groups')
    .selectAll()
    .where('app_id', '=', appId)
    .where('gid', '>=', start.from)
    .orderBy('gid')
    .offset(start.skip)
    .limit(page.limit)
    .execute();
}

export async function countGroups(db: Db, appId: number): Promise<number> {
  return countList(db, { list: 'groups', owner: appId });
}

/**
 * Makes those groups that do not exist, named by their ids where there is no name. It goes before the lock of any group: then
 * concurrent callers cannot deadlock. A gid is taken for a new group only.
 */
export async function insertMissingGroups(
  db: Db,
  made: { appId: number; maxMembers: number; at: number },
  wanted: { groupId: string; name: string | null }[],
): Promise<void> {
  await sql`
    insert into groups (gid, app_id, group_id, name, max_members, created_at, updated_at)
    select nextval('gids'), ${made.appId}::int, group_id, name, ${made.maxMembers}::int, ${made.at}::bigint, ${made.at}::bigint
    from (
      select group_id, coalesce(name, group_id) as name
      from unnest(${wanted.map(({ groupId }) => groupId)}::text[], ${wanted.map(({ name }) => name)}::text[]) as wanted(group_id, name)
      where not exists (select from groups where groups.app_id = ${made.appId}::int and groups.group_id = wanted.group_id)
      order by group_id
    ) as missing
    on conflict (app_id, group_id) do nothing`.execute(db);
}

/** Returns false when the text id is taken. */
export async function insertGroup(db: Db, group: GroupRow): Promise<boolean> {
  const result = await db
    .insertInto('groups')
    .values(group)
    .onConflict((oc) => oc.columns(['app_id', 'group_id']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Until the transaction ends, others who lock the id wait, whether or not there is a group. */
export async function lockGroupId(db: Db, appId: number, groupId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${appId}::int, hashtext(${`group ${groupId}`}))`.execute(db);
}

/** Locks the group until the transaction ends: its members change one call at a time. */
export async function lockGroup(db: Db, appId: number, key: { gid: number } | { groupId: string }): Promise<GroupRow | undefined> {
  const query = db.selectFrom('groups').selectAll().where('app_id', '=', appId).forUpdate();
  return ('gid' in key ? query.where('gid', '=', key.gid) : query.where('group_id', '=', key.groupId)).executeTakeFirst();
}

/** Locks the groups of any app that the users are in, in the order of gids. */
export async function lockGroupsOf(db: Db, users: ScopedId[]): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select * from groups where gid in (
      select gid from group_members where (app_id, user_id) in (select app_id, id from ${tableOf(users)})
    ) order by gid for update`.execute(db);
  return rows;
}

/** Locks the groups of the user's own app that the user is in, and those of it that are named, in the order of gids. */
export async function lockOwnGroups(db: Db, user: ScopedId, groupIds: string[]): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select * from groups where app_id = ${user.appId} and gid in (
      select gid from group_members where app_id = ${user.appId} and user_id = ${user.id}
      union
      select gid from groups where app_id = ${user.appId} and group_id = any(${groupIds}::text[])
    ) order by gid for update`.execute(db);
  return rows;
}

/** Locks the groups of each of the two apps that have members of the other, in the order of gids. */
export async function lockGroupsBetween(db: Db, { appId, otherId }: AppPair): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select * from groups where app_id in (${appId}, ${otherId}) and exists (
      select from group_members as member
      where member.gid = groups.gid and member.app_id in (${appId}, ${otherId}) and member.app_id <> groups.app_id
    ) order by gid for update`.execute(db);
  return rows;
}

/** Sets the names that differ; a null and an unknown group change nothing. */
export async function renameGroups(
  db: Db,
  made: { appId: number; at: number },
  wanted: { groupId: string; name: string | null }[],
): Promise<void> {
  await sql`
    update groups set name = wanted.name, updated_at = ${made.at}::bigint
    from unnest(${wanted.map(({ groupId }) => groupId)}::text[], ${wanted.map(({ name }) => name)}::text[]) as wanted(group_id, name)
    where app_id = ${made.appId} and groups.group_id = wanted.group_id and groups.name <> wanted.name`.execute(db);
}

/** Returns false when there is no such group. */
export async function updateGroup(
  db: Db,
  key: { appId: number; gid: number },
  change: GroupChange & { updated_at: number },
): Promise<boolean> {
  const result = await db.updateTable('groups').set(change).where('app_id', '=', key.appId).where('gid', '=', key.gid).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Where the owner is no member any more, the member who joined first becomes owner; none is left: nobody. */
export async function passOwnershipOn(db: Db, gids: number[]): Promise<void> {
  await sql`
    update groups set (owner_app_id, owner_id) = (
      select member.app_id, user_id from group_members as member where member.gid = groups.gid order by position limit 1
    )
    where gid = any(${gids}::bigint[]) and owner_id is not null and not exists (
      select from group_members as member where member.gid = groups.gid and member.app_id = owner_app_id and user_id = owner_id
    )`.execute(db);
}

export async function setOwner(db: Db, gid: number, owner: ScopedId): Promise<void> {
  await db.updateTable('groups').set({ owner_app_id: owner.appId, owner_id: owner.id }).where('gid', '=', gid).execute();
}

/** Returns false when there is no such group. */
export async function deleteGroup(db: Db, appId: number, key: { gid: number } | { groupId: string }): Promise<boolean> {
  const query = db.deleteFrom('groups').where('app_id', '=', appId);
  const result = await ('gid' in key ? query.where('gid', '=', key.gid) : query.where('group_id', '=', key.groupId)).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Deletes those without a member. */
export async function deleteEmptyGroups(db: Db, gids: number[]): Promise<void> {
  await sql`
    delete from groups where gid = any(${gids}::bigint[])
      and not exists (select from group_members where group_members.gid = groups.gid)`.execute(db);
}
