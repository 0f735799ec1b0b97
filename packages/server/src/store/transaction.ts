import type { Db } from './db.ts';

type FollowUp = (db: Db) => Promise<void>;

/** What waits for the commit of a transaction. */
const followUps = new WeakMap<Db, FollowUp[]>();

/**
 * Does the work in the transaction that `db` is, else in a new one. What fails in it has to go all the way up: a database that refused a
 * statement refuses all that follow, and a part that was done before is undone with the rest only.
 */
export async function inTransaction<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  if (db.isTransaction) return work(db);
  const due: FollowUp[] = [];
  const result = await db.transaction().execute((tx) => {
    followUps.set(tx, due);
    return work(tx);
  });
  for (const followUp of due) await followUp(db);
  return result;
}

/** Does something when the transaction that `db` is has been committed, and never if it is not; at once when it is none. */
export async function afterCommit(db: Db, followUp: FollowUp): Promise<void> {
  const due = followUps.get(db);
  if (due) due.push(followUp);
  else await followUp(db);
}
