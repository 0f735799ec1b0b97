import { sql } from 'kysely';
import type { Db } from './db.ts';

export interface MessageRandom {
  appId: number;
  senderId: string;
  /** 64 bits, in decimal digits. */
  random: string;
}

/**
 * Notes the number, inside the transaction that sends. Returns false when it was noted after `before`; a caller with the same number
 * waits until the first one's transaction has ended.
 */
export async function noteRandom(
  db: Db,
  { appId, senderId, random }: MessageRandom,
  at: { now: number; before: number },
): Promise<boolean> {
  const noted = await db
    .insertInto('message_randoms')
    .values({ app_id: appId, sender_id: senderId, random, sent_at: at.now })
    .onConflict((oc) =>
      oc.columns(['app_id', 'sender_id', 'random']).doUpdateSet({ sent_at: at.now }).where('message_randoms.sent_at', '<=', at.before),
    )
    .returning('sender_id')
    .executeTakeFirst();
  return noted !== undefined;
}

/** Forgets up to 1000 numbers from `before` or earlier; those that others are busy with are left to them. */
export async function forgetRandoms(db: Db, before: number): Promise<void> {
  await sql`
    delete from message_randoms where (app_id, sender_id, random) in (
      select app_id, sender_id, random from message_randoms where sent_at <= ${before}::bigint order by sent_at limit 1000
      for update skip locked
    )`.execute(db);
}
