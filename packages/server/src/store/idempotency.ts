import { type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import type { IdempotencyKeyTable } from './schema.ts';

export type IdempotencyRow = Selectable<IdempotencyKeyTable>;

interface Key {
  appId: number;
  key: string;
}

/** Takes the key for a request. Undefined when it is taken; a row without an answer that is older than `staleBefore` is taken over. */
export async function claimKey(
  db: Db,
  { appId, key }: Key,
  claim: { fingerprint: string; now: number; staleBefore: number },
): Promise<{ key: string } | undefined> {
  return db
    .insertInto('idempotency_keys')
    .values({ app_id: appId, key, fingerprint: claim.fingerprint, status: null, body: null, created_at: claim.now })
    .onConflict((oc) =>
      oc
        .columns(['app_id', 'key'])
        .doUpdateSet({ created_at: claim.now })
        .where('idempotency_keys.status', 'is', null)
        .where('idempotency_keys.fingerprint', '=', claim.fingerprint)
        .where('idempotency_keys.created_at', '<=', claim.staleBefore),
    )
    .returning('key')
    .executeTakeFirst();
}

export async function findKey(db: Db, { appId, key }: Key): Promise<IdempotencyRow | undefined> {
  return db.selectFrom('idempotency_keys').selectAll().where('app_id', '=', appId).where('key', '=', key).executeTakeFirst();
}

export async function saveAnswer(db: Db, { appId, key }: Key, answer: { status: number; body: string | null }): Promise<void> {
  await db.updateTable('idempotency_keys').set(answer).where('app_id', '=', appId).where('key', '=', key).execute();
}

export async function releaseKey(db: Db, { appId, key }: Key): Promise<void> {
  await db.deleteFrom('idempotency_keys').where('app_id', '=', appId).where('key', '=', key).where('status', 'is', null).execute();
}

/** Forgets up to 1000 keys from before `time`. */
export async function forgetKeys(db: Db, time: number): Promise<void> {
  await sql`
    delete from idempotency_keys where (app_id, key) in
      (select app_id, key from idempotency_keys where created_at < ${time} order by created_at limit 1000)`.execute(db);
}
