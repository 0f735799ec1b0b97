import type { Insertable, Selectable } from 'kysely';
import type { Db } from './db.ts';
import type { AppTable } from './schema.ts';

export type AppRow = Selectable<AppTable>;

export async function findAppByKey(db: Db, appKey: string): Promise<AppRow | undefined> {
  return db
    .selectFrom('apps')
    .selectAll()
    .where((eb) => eb(eb.fn<string>('lower', ['app_key']), '=', appKey.toLowerCase()))
    .executeTakeFirst();
}

export async function listApps(db: Db): Promise<AppRow[]> {
  return db.selectFrom('apps').selectAll().orderBy('id').execute();
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

export async function updateAppSecret(db: Db, appId: number, secret: string): Promise<void> {
  await db.updateTable('apps').set({ secret }).where('id', '=', appId).execute();
}

/** The app as it is now; other changes of its row wait for the end of the transaction. */
export async function lockApp(db: Db, appId: number): Promise<AppRow | undefined> {
  return db.selectFrom('apps').selectAll().where('id', '=', appId).forNoKeyUpdate().executeTakeFirst();
}

export async function updateSettings(db: Db, appId: number, settings: string): Promise<AppRow> {
  return db.updateTable('apps').set({ settings }).where('id', '=', appId).returningAll().executeTakeFirstOrThrow();
}
