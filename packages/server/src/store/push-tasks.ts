import { type Insertable, type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import type { PushTaskTable } from './push-tables.ts';

export type PushTaskRow = Selectable<PushTaskTable>;

/** Returns the id. */
export async function insertTask(db: Db, task: Insertable<PushTaskTable>): Promise<number> {
  return (await db.insertInto('push_tasks').values(task).returning('id').executeTakeFirstOrThrow()).id;
}

export async function findTask(db: Db, id: number): Promise<PushTaskRow | undefined> {
  return db.selectFrom('push_tasks').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Marks it done, with the numbers of its targets; undefined when some are still open. */
export async function finishTask(db: Db, id: number, at: number): Promise<Pick<PushTaskRow, 'sent' | 'failed' | 'skipped'> | undefined> {
  const { rows } = await sql<Pick<PushTaskRow, 'sent' | 'failed' | 'skipped'>>`
    update push_tasks set state = 'done', finished_at = ${at}, sent = t.sent, failed = t.failed, skipped = t.skipped
    from (
      select count(*) filter (where state = 'sent') as sent, count(*) filter (where state = 'failed') as failed,
        count(*) filter (where state = 'skipped') as skipped, count(*) filter (where state in ('pending', 'sending')) as open
      from push_targets where task_id = ${id}
    ) t
    where id = ${id} and t.open = 0
    returning push_tasks.sent, push_tasks.failed, push_tasks.skipped`.execute(db);
  return rows[0];
}

/**
 * Deletes tasks made before `before`, with targets: at most so many of each, oldest first; a task goes after its last target.
 * Returns whether there may be more. Call it inside a transaction.
 */
export async function deleteOldTasks(db: Db, before: number, batch: { tasks: number; targets: number }): Promise<boolean> {
  const old = await db
    .selectFrom('push_tasks')
    .select('id')
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(batch.tasks)
    .forUpdate()
    .skipLocked()
    .execute();
  if (old.length === 0) return false;
  const ids = old.map(({ id }) => id);
  const { numAffectedRows = 0n } = await sql`
    delete from push_targets where (task_id, user_id, device_id) in (
      select task_id, user_id, device_id from push_targets where task_id = any(${ids}::bigint[]) limit ${batch.targets}
    )`.execute(db);
  if (numAffectedRows < batch.targets) await db.deleteFrom('push_tasks').where('id', 'in', ids).execute();
  return true;
}
