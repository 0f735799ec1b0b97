import { type Insertable, sql } from 'kysely';
import { lockApp } from './apps.ts';
import type { Db } from './db.ts';
import type { MessageRow } from './messages.ts';
import type { BroadcastTable } from './schema.ts';
import { inTransaction } from './transaction.ts';

/**
 * The next position in the app. Its row is locked until the transaction ends, so that nobody sees a position before a smaller one;
 * take it before anything else is locked.
 */
export async function takeBroadcastPosition(db: Db, appId: number): Promise<number> {
  const row = await db
    .updateTable('apps')
    .set((eb) => ({ last_broadcast: eb('last_broadcast', '+', 1) }))
    .where('id', '=', appId)
    .returning('last_broadcast')
    .executeTakeFirstOrThrow();
  return row.last_broadcast;
}

/** Gives the broadcasts for the targets of a push, which are known by now, the next positions, in their order. */
export async function placeBroadcasts(db: Db, appId: number, taskId: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    // Locked by a statement of its own: the next one sees what others have added until then.
    await lockApp(tx, appId);
    await sql`
      with waiting as (
        select message_id, row_number() over (order by message_id) as place
        from broadcasts where task_id = ${taskId} and position is null
      ), placed as (
        update broadcasts b set position = a.last_broadcast + waiting.place from waiting, apps a
        where b.message_id = waiting.message_id and a.id = ${appId}
      )
      update apps set last_broadcast = last_broadcast + (select count(*) from waiting) where id = ${appId}`.execute(tx);
  });
}

export async function insertBroadcast(db: Db, broadcast: Insertable<BroadcastTable>): Promise<void> {
  await db.insertInto('broadcasts').values(broadcast).execute();
}

export interface BroadcastRow extends MessageRow {
  position: number;
}

/** Which broadcasts a user sees: of each kind those that were sent after an instant. */
export interface BroadcastView {
  appId: number;
  userId: string;
  forAllAfter: number;
  /** Those for the targets of a push. */
  forTargetsAfter: number;
  /** Those for users online. */
  onlineAfter: number;
}

/** The broadcasts after a position that a user may see, oldest first. */
export async function pageOfBroadcasts(db: Db, view: BroadcastView, page: { after: number; limit: number }): Promise<BroadcastRow[]> {
  return db
    .selectFrom('broadcasts as b')
    .innerJoin('messages', 'messages.id', 'b.message_id')
    .selectAll('messages')
    .select('b.position')
    .$narrowType<{ position: number }>()
    .where('b.app_id', '=', view.appId)
    .where('b.position', '>', page.after)
    .where(
      sql<boolean>`case
        when b.online_only then b.sent_at > ${view.onlineAfter}::bigint
        when b.task_id is null then b.sent_at > ${view.forAllAfter}::bigint
        else b.sent_at > ${view.forTargetsAfter}::bigint
          and exists (select from push_targets t where t.task_id = b.task_id and t.user_id = ${view.userId})
      end`,
    )
    .orderBy('b.position')
    .limit(page.limit)
    .execute();
}

/** A broadcast of the sender that can be taken back: no online one, and none that was taken back before. Locks it. */
export async function findRecallable(
  db: Db,
  key: { appId: number; senderId: string; messageId: number },
): Promise<{ taskId: number | null; sentAt: number; position: number | null } | undefined> {
  return db
    .selectFrom('broadcasts as b')
    .innerJoin('messages as m', 'm.id', 'b.message_id')
    .select(['b.task_id as taskId', 'b.sent_at as sentAt', 'b.position'])
    .where('b.app_id', '=', key.appId)
    .where('b.message_id', '=', key.messageId)
    .where('b.online_only', '=', false)
    .where('m.sender_id', '=', key.senderId)
    .where('m.retracted_at', 'is', null)
    .forUpdate('m')
    .executeTakeFirst();
}

/** Deletes at most so many that were sent before; the messages stay. Returns whether there may be more. */
export async function deleteOldBroadcasts(db: Db, which: { onlineOnly: boolean; before: number }, limit: number): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    delete from broadcasts where message_id in (
      select message_id from broadcasts where online_only = ${which.onlineOnly} and sent_at < ${which.before}
      order by sent_at limit ${limit} for update skip locked
    )`.execute(db);
  return numAffectedRows === BigInt(limit);
}
