import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Db } from './db.ts';
import { countList, findPageStart } from './list-blocks.ts';
import type { UserTable } from './schema.ts';
import { type ScopedId, ScopedMap, tableOf, userOf } from './scoped-ids.ts';

export type UserRow = Selectable<UserTable>;
export type NewUser = Insertable<UserTable>;
export type ProfileChange = Omit<Updateable<UserTable>, 'app_id' | 'user_id' | 'created_at' | 'is_admin'>;

export async function findUser(db: Db, appId: number, userId: string): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('app_id', '=', appId).where('user_id', '=', userId).executeTakeFirst();
}

/** Of users of any apps, those that are registered. */
export async function findRegistered(db: Db, users: ScopedId[]): Promise<ScopedMap<UserRow>> {
  const { rows } = await sql<UserRow>`
    select users.* from users where (app_id, user_id) in (select app_id, id from ${tableOf(users)})`.execute(db);
  return new ScopedMap(rows, userOf);
}

/** The same, locked in the order of apps and ids until the transaction ends. */
export async function lockUsers(db: Db, users: ScopedId[]): Promise<ScopedMap<UserRow>> {
  const { rows } = await sql<UserRow>`
    select users.* from users where (app_id, user_id) in (select app_id, id from ${tableOf(users)})
    order by app_id, user_id for update`.execute(db);
  return new ScopedMap(rows, userOf);
}

/** Of the ids, those that are registered or deactivated. */
export async function findTakenIds(db: Db, appId: number, userIds: string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const registered = db.selectFrom('users').select('user_id').where('app_id', '=', appId).where('user_id', 'in', userIds);
  const deactivated = db
    .selectFrom('user_states')
    .select('user_id')
    .where('app_id', '=', appId)
    .where('user_id', 'in', userIds)
    .where('deactivated_at', 'is not', null);
  const rows = await registered.union(deactivated).execute();
  return new Set(rows.map((row) => row.user_id));
}

/** Users in order of registration. */
export async function pageOfUsers(db: Db, appId: number, page: { offset: number; limit: number }): Promise<UserRow[]> {
  const start = await findPageStart(db, { list: 'users', owner: appId }, page);
  if (!start) return [];
  return db
    .selectFrom('users')
    .selectAll()
    .where('app_id', '=', appId)
    .where('position', '>=', start.from)
    .orderBy('position')
    .offset(start.skip)
    .limit(page.limit)
    .execute();
}

export async function countUsers(db: Db, appId: number): Promise<number> {
  return countList(db, { list: 'users', owner: appId });
}

/** Admins, of whom there are few, in order of registration. */
export async function pageOfAdmins(db: Db, appId: number, page: { offset: number; limit: number }): Promise<UserRow[]> {
  return db
    .selectFrom('users')
    .selectAll()
    .where('app_id', '=', appId)
    .where('is_admin', '=', true)
    .orderBy('position')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
}

export async function countAdmins(db: Db, appId: number): Promise<number> {
  const row = await db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('app_id', '=', appId)
    .where('is_admin', '=', true)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Registers the user, or sets those of name and portrait that are given. */
export async function upsertUser(db: Db, user: NewUser): Promise<void> {
  await db
    .insertInto('users')
    .values(user)
    .onConflict((oc) =>
      oc.columns(['app_id', 'user_id']).doUpdateSet((eb) => ({
        name: eb.fn.coalesce('excluded.name', 'users.name'),
        portrait_uri: eb.fn.coalesce('excluded.portrait_uri', 'users.portrait_uri'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute();
}

/** Makes the registrations of an app wait for each other: two with the same ids in another order could block each other for good. */
export async function lockRegistrations(db: Db, appId: number): Promise<void> {
  await db.selectFrom('apps').select('id').where('id', '=', appId).forNoKeyUpdate().execute();
}

/** Inserts those whose id is free, in the order given, and returns their ids. */
export async function insertNewUsers(db: Db, users: NewUser[]): Promise<string[]> {
  if (users.length === 0) return [];
  const rows = await db
    .insertInto('users')
    .values(users)
    .onConflict((oc) => oc.columns(['app_id', 'user_id']).doNothing())
    .returning('user_id')
    .execute();
  return rows.map((row) => row.user_id);
}

/** Returns false when there is no such user. */
export async function updateUser(db: Db, key: { appId: number; userId: string }, change: ProfileChange): Promise<boolean> {
  const result = await db
    .updateTable('users')
    .set(change)
    .where('app_id', '=', key.appId)
    .where('user_id', '=', key.userId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function clearProfiles(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db
    .updateTable('users')
    .set({ name: null, portrait_uri: null, avatar: null })
    .where('app_id', '=', appId)
    .where('user_id', 'in', userIds)
    .execute();
}

export async function deleteUsers(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('users').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}
