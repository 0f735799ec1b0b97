import { sql } from 'kysely';
import type { Db } from './db.ts';

export interface IdempotencyKey {
  appId: number;
  key: string;
}

export interface KeptAnswer {
  fingerprint: string;
  status: number;
  body: string | null;
}

/** Until the transaction ends the key is this one's; false, at once, while it is another's. In what is read after that, the other has ended. */
export async function tryLockKey(tx: Db, { appId, key }: IdempotencyKey): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`idempotency key ${key}`}, ${appId}::bigint)) as locked`.execute(tx);
  return rows[0]!.locked;
}

/** Unless it was kept at `expired` or before. */
export async function findAnswer(db: Db, { appId, key }: IdempotencyKey, expired: number): Promise<KeptAnswer | undefined> {
  return db
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'status', 'body'])
    .where('app_id', '=', appId)
    .where('key', '=', key)
    .where('created_at', '>', expired)
    .executeTakeFirst();
}

/** In place of one that has expired, if there is one. */
export async function keepAnswer(tx: Db, { appId, key }: IdempotencyKey, answer: KeptAnswer & { created_at: number }): Promise<void> {
  await tx
    .insertInto('idempotency_keys')
    .values({ app_id: appId, key, ...answer })
    .onConflict((oc) => oc.columns(['app_id', 'key']).doUpdateSet(answer))
    .execute();
}

/** Up to `limit` of those kept at `expired` or before, and none that somebody replaces; returns how many. */
export async function deleteExpiredAnswers(db: Db, expired: number, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from idempotency_keys where (app_id, key) in (
      select app_id, key from idempotency_keys where created_at <= ${expired}
      order by created_at limit ${limit} for update skip locked)`.execute(db);
  return Number(numAffectedRows);
}
