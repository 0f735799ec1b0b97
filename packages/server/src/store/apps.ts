import { type Insertable, type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import type { AppTable } from './schema.ts';

export type AppRow = Selectable<AppTable>;

/** The condition that an app has the key, without regard to case. */
const hasKey = (appKey: string) => sql<boolean>`lower(app_key) = ${appKey.toLowerCase()}`;

export async function findAppByKey(db: Db, appKey: string): Promise<AppRow | undefined> {
  return db.selectFrom('apps').selectAll().where(hasKey(appKey)).executeTakeFirst();
}

export async function findApp(db: Db, id: number): Promise<AppRow | undefined> {
  return db.selectFrom('apps').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findApps(db: Db, ids: number[]): Promise<AppRow[]> {
  return ids.length === 0 ? [] : db.selectFrom('apps').selectAll().where('id', 'in', ids).execute();
}

export async function listApps(db: Db): Promise<AppRow[]> {
  return db.selectFrom('apps').selectAll().orderBy('id').execute();
}

/** In order of creation. */
export async function pageOfApps(db: Db, { afterId, limit }: { afterId: number; limit: number }): Promise<AppRow[]> {
  return db.selectFrom('apps').selectAll().where('id', '>', afterId).orderBy('id').limit(limit).execute();
}

/** Returns undefined when the key is taken. */
export async function insertApp(db: Db, app: Insertable<AppTable>): Promise<AppRow | undefined> {
  return db
    .insertInto('apps')
    .values(app)
    .onConflict((oc) => oc.doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Until the transaction ends, others who ask for this wait. */
export async function holdFirstApp(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('first app'))`.execute(db);
}

/** Returns the app as it is then; undefined when no app has the key. */
export async function updateApp(db: Db, appKey: string, fields: { name: string } | { secret: string }): Promise<AppRow | undefined> {
  return db.updateTable('apps').set(fields).where(hasKey(appKey)).returningAll().executeTakeFirst();
}

/** The app as it is now; other changes of its row wait for the end of the transaction. */
export async function lockApp(db: Db, appId: number): Promise<AppRow | undefined> {
  return db.selectFrom('apps').selectAll().where('id', '=', appId).forNoKeyUpdate().executeTakeFirst();
}

export async function updateSettings(db: Db, appId: number, settings: string): Promise<AppRow> {
  return db.updateTable('apps').set({ settings }).where('id', '=', appId).returningAll().executeTakeFirstOrThrow();
}
