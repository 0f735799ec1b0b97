import { sql } from 'kysely';
import type { Db } from './db.ts';
import type { UserRow } from './users.ts';

/** Those whom a user has blocked, or allowed. */
export interface UserList {
  appId: number;
  userId: string;
  kind: 'block' | 'allow';
}

export interface UserListEntry {
  userId: string;
  position: number;
}

const tables = {
  block: { name: sql.table('blocklists'), entry: sql.ref('blocked_id') },
  allow: { name: sql.table('allowlists'), entry: sql.ref('allowed_id') },
};

/** Makes changes of the user's lists wait for each other until the transaction ends. */
export async function lockUserLists(db: Db, { appId, userId }: Pick<UserList, 'appId' | 'userId'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${appId}::int, hashtext(${`lists of ${userId}`}))`.execute(db);
}

/** Adds the users in the order given, each once, and returns those that were not on the list; the others keep their place. */
export async function insertEntries(db: Db, { appId, userId, kind }: UserList, userIds: string[]): Promise<Set<string>> {
  const { name, entry } = tables[kind];
  const { rows } = await sql<{ id: string }>`
    insert into ${name} (app_id, user_id, ${entry})
    select ${appId}::int, ${userId}, id from unnest(${userIds}::text[]) with ordinality as t(id, ord) order by ord
    on conflict (app_id, user_id, ${entry}) do nothing
    returning ${entry} as id`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Returns those that were on the list. */
export async function deleteEntries(db: Db, { appId, userId, kind }: UserList, userIds: string[]): Promise<Set<string>> {
  const { name, entry } = tables[kind];
  const { rows } = await sql<{ id: string }>`
    delete from ${name} where app_id = ${appId}::int and user_id = ${userId} and ${entry} = any(${userIds}::text[])
    returning ${entry} as id`.execute(db);
  return new Set(rows.map((row) => row.id));
}

export async function countEntries(db: Db, { appId, userId, kind }: UserList): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${tables[kind].name} where app_id = ${appId}::int and user_id = ${userId}`.execute(db);
  return rows[0]!.count;
}

/** Newest first, from those added before a position. */
export async function pageOfEntries(db: Db, list: UserList, page: { before: number; limit: number }): Promise<UserListEntry[]> {
  const { name, entry } = tables[list.kind];
  const { rows } = await sql<UserListEntry>`
    select ${entry} as "userId", position from ${name}
    where app_id = ${list.appId}::int and user_id = ${list.userId} and position < ${page.before}::bigint
    order by position desc limit ${page.limit}`.execute(db);
  return rows;
}

/** The blocklist in the order of adding; an id that was never registered has no profile. */
export async function listBlocked(
  db: Db,
  owner: { appId: number; userId: string },
): Promise<{ userId: string; profile: UserRow | undefined }[]> {
  const rows = await db
    .selectFrom('blocklists as entry')
    .leftJoin('users', (join) => join.onRef('users.app_id', '=', 'entry.app_id').onRef('users.user_id', '=', 'entry.blocked_id'))
    .select('entry.blocked_id')
    .selectAll('users')
    .where('entry.app_id', '=', owner.appId)
    .where('entry.user_id', '=', owner.userId)
    .orderBy('entry.position')
    .execute();
  return rows.map(({ blocked_id, ...user }) => ({ userId: blocked_id, profile: user.user_id === null ? undefined : (user as UserRow) }));
}

/**
 * Of `userIds`, those who want nothing of the sender, with the list that says so: the allowlist alone decides where it is in force,
 * else the blocklist.
 */
export async function findRefusers(
  db: Db,
  sender: { appId: number; userId: string },
  { userIds, allowlists }: { userIds: string[]; allowlists: boolean },
): Promise<Map<string, UserList['kind']>> {
  const holds = (kind: UserList['kind']) => sql`exists (
    select from ${tables[kind].name} as list
    where app_id = ${sender.appId}::int and list.user_id = t.user_id and ${tables[kind].entry} = ${sender.userId})`;
  const { rows } = await sql<{ userId: string; kind: UserList['kind'] }>`
    select t.user_id as "userId", in_force.kind from unnest(${userIds}::text[]) as t(user_id)
    left join user_states as state on state.app_id = ${sender.appId}::int and state.user_id = t.user_id,
    lateral (select case when ${allowlists} and state.allowlist_on then 'allow' else 'block' end as kind) as in_force
    where case in_force.kind when 'allow' then not ${holds('allow')} else ${holds('block')} end`.execute(db);
  return new Map(rows.map(({ userId, kind }) => [userId, kind]));
}

/** Empties the lists of the users. */
export async function clearUserLists(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('blocklists').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
  await db.deleteFrom('allowlists').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}

/** Empties the lists of the users and takes them off all others. */
export async function deleteUserListEntries(db: Db, appId: number, userIds: string[]): Promise<void> {
  await clearUserLists(db, appId, userIds);
  await db.deleteFrom('blocklists').where('app_id', '=', appId).where('blocked_id', 'in', userIds).execute();
  await db.deleteFrom('allowlists').where('app_id', '=', appId).where('allowed_id', 'in', userIds).execute();
}
