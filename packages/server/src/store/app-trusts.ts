import { sql } from 'kysely';
import type { AppRow } from './apps.ts';
import type { Db } from './db.ts';

export interface AppPair {
  appId: number;
  otherId: number;
}

/** Returns false when the apps trust each other already. */
export async function insertTrust(db: Db, { appId, otherId }: AppPair, at: number): Promise<boolean> {
  const both = [
    { app_id: appId, trusted_id: otherId, created_at: at },
    { app_id: otherId, trusted_id: appId, created_at: at },
  ];
  const rows = await db
    .insertInto('app_trusts')
    // In one order, so that two such calls cannot block each other for good.
    .values(both.sort((one, other) => one.app_id - other.app_id))
    .onConflict((oc) => oc.doNothing())
    .returning('app_id')
    .execute();
  return rows.length > 0;
}

/** Waits for the transactions that hold the trust, and keeps it from others until the transaction ends. Returns false when there is none. */
export async function deleteTrust(db: Db, { appId, otherId }: AppPair): Promise<boolean> {
  const { rows } = await sql`
    select from app_trusts
    where (app_id = ${appId}::int and trusted_id = ${otherId}::int) or (app_id = ${otherId}::int and trusted_id = ${appId}::int)
    order by app_id for update`.execute(db);
  await sql`
    delete from app_trusts
    where (app_id = ${appId}::int and trusted_id = ${otherId}::int) or (app_id = ${otherId}::int and trusted_id = ${appId}::int)`.execute(
    db,
  );
  return rows.length > 0;
}

/** In the order of the grants. */
export async function listTrusted(db: Db, appId: number): Promise<AppRow[]> {
  return db
    .selectFrom('app_trusts')
    .innerJoin('apps', 'apps.id', 'trusted_id')
    .selectAll('apps')
    .where('app_id', '=', appId)
    .orderBy('app_trusts.created_at')
    .orderBy('trusted_id')
    .execute();
}

/** Of the keys, in lower case, those of apps that trust the app. They do so until the transaction ends. It goes before any other lock. */
export async function holdTrusted(db: Db, appId: number, appKeys: string[]): Promise<AppRow[]> {
  const { rows } = await sql<AppRow>`
    select apps.* from app_trusts join apps on apps.id = trusted_id
    where app_id = ${appId}::int and lower(app_key) = any(${appKeys}::text[])
    order by trusted_id for key share of app_trusts`.execute(db);
  return rows;
}

/** Nobody stops to trust the app until the transaction ends. It goes before any other lock. */
export async function holdTrusts(db: Db, appId: number): Promise<void> {
  await sql`select from app_trusts where app_id = ${appId}::int order by trusted_id for key share`.execute(db);
}
