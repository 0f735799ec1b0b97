import { sql } from 'kysely';
import type { AppPair } from './app-trusts.ts';
import type { Db } from './db.ts';
import { type ScopedId, ScopedMap, tableOf, userOf } from './scoped-ids.ts';
import type { UserRow } from './users.ts';

/** Those whom a user has blocked, of any app, or allowed, of the own app. */
export interface UserList {
  appId: number;
  userId: string;
  kind: 'block' | 'allow';
}

export interface UserListEntry {
  userId: string;
  position: number;
}

export interface BlockedUser {
  userId: string;
  appKey: string;
  profile: UserRow | undefined;
}

const tables = {
  block: { name: sql.table('blocklists'), app: sql.ref('blocked_app_id'), entry: sql.ref('blocked_id') },
  allow: { name: sql.table('allowlists'), app: sql.ref('app_id'), entry: sql.ref('allowed_id') },
};

type EntryRow = { app_id: number; user_id: string };

/** Makes changes of the user's lists wait for each other until the transaction ends. */
export async function lockUserLists(db: Db, { appId, userId }: Pick<UserList, 'appId' | 'userId'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${appId}::int, hashtext(${`lists of ${userId}`}))`.execute(db);
}

/** Adds the users in the order given, each once, and returns those that were not on the list; the others keep their place. */
export async function insertEntries(db: Db, { appId, userId, kind }: UserList, users: ScopedId[]): Promise<ScopedMap<EntryRow>> {
  const { name, app, entry } = tables[kind];
  const values =
    kind === 'block'
      ? sql`(app_id, user_id, blocked_app_id, blocked_id) select ${appId}::int, ${userId}, app_id, id`
      : sql`(app_id, user_id, allowed_id) select ${appId}::int, ${userId}, id`;
  const { rows } = await sql<EntryRow>`
    insert into ${name} ${values} from ${tableOf(users)} order by ord
    on conflict do nothing
    returning ${app} as app_id, ${entry} as user_id`.execute(db);
  return new ScopedMap(rows, userOf);
}

/** Returns those that were on the list. */
export async function deleteEntries(db: Db, { appId, userId, kind }: UserList, users: ScopedId[]): Promise<ScopedMap<EntryRow>> {
  const { name, app, entry } = tables[kind];
  const { rows } = await sql<EntryRow>`
    delete from ${name}
    where app_id = ${appId}::int and user_id = ${userId} and (${app}, ${entry}) in (select app_id, id from ${tableOf(users)})
    returning ${app} as app_id, ${entry} as user_id`.execute(db);
  return new ScopedMap(rows, userOf);
}

/** Those of the own app. */
export async function countEntries(db: Db, { appId, userId, kind }: UserList): Promise<number> {
  const { name, app } = tables[kind];
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${name} where app_id = ${appId}::int and user_id = ${userId} and ${app} = ${appId}::int`.execute(db);
  return rows[0]!.count;
}

/** Those of the own app, newest first, from those added before a position. */
export async function pageOfEntries(db: Db, list: UserList, page: { before: number; limit: number }): Promise<UserListEntry[]> {
  const { name, app, entry } = tables[list.kind];
  const { rows } = await sql<UserListEntry>`
    select ${entry} as "userId", position from ${name}
    where app_id = ${list.appId}::int and user_id = ${list.userId} and ${app} = ${list.appId}::int and position < ${page.before}::bigint
    order by position desc limit ${page.limit}`.execute(db);
  return rows;
}

/** The blocklist in the order of adding, its users of other apps too where that is asked. */
export async function listBlocked(db: Db, owner: ScopedId, { acrossApps }: { acrossApps: boolean }): Promise<BlockedUser[]> {
  const rows = await db
    .selectFrom('blocklists as entry')
    .innerJoin('apps', 'apps.id', 'entry.blocked_app_id')
    .leftJoin('users', (join) => join.onRef('users.app_id', '=', 'entry.blocked_app_id').onRef('users.user_id', '=', 'entry.blocked_id'))
    .select(['entry.blocked_id', 'app_key'])
    .selectAll('users')
    .where('entry.app_id', '=', owner.appId)
    .where('entry.user_id', '=', owner.id)
    .$if(!acrossApps, (query) => query.where('entry.blocked_app_id', '=', owner.appId))
    .orderBy('entry.position')
    .execute();
  return rows.map(({ blocked_id, app_key, ...user }) => ({
    userId: blocked_id,
    appKey: app_key,
    profile: user.user_id === null ? undefined : (user as UserRow),
  }));
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
    select from ${tables[kind].name} as list where app_id = ${sender.appId}::int and list.user_id = t.user_id
      and ${tables[kind].app} = ${sender.appId}::int and ${tables[kind].entry} = ${sender.userId})`;
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
  await db.deleteFrom('blocklists').where('blocked_app_id', '=', appId).where('blocked_id', 'in', userIds).execute();
  await db.deleteFrom('allowlists').where('app_id', '=', appId).where('allowed_id', 'in', userIds).execute();
}

/** Takes the users of each of the two apps off the blocklists of the other. */
export async function deleteBlocksBetween(db: Db, { appId, otherId }: AppPair): Promise<void> {
  await sql`
    delete from blocklists where (app_id = ${appId}::int and blocked_app_id = ${otherId}::int)
      or (app_id = ${otherId}::int and blocked_app_id = ${appId}::int)`.execute(db);
}
