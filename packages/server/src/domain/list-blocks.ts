import type { Services } from '../context.ts';
import { deleteEmptyBlocks, findBlockWriters, foldBlocks } from '../store/list-blocks.ts';
import { inTransaction } from '../store/transaction.ts';
import type { Queue } from './jobs.ts';

export const listBlockSweepQueue: Queue = { name: 'list-block-sweep', retries: 0, everySeconds: 600 };

/** Rows of one transaction, so that none is long. */
const batch = 1000;

/**
 * Adds up what writers have counted apart, and deletes what adds up to nothing: totals stay as they are. Nobody waits for it. It passes over the
 * rows of who is writing, and does nothing while another node does the same.
 */
export async function sweepListBlocks({ db }: Pick<Services, 'db'>): Promise<void> {
  for (const writer of await findBlockWriters(db)) {
    while ((await inTransaction(db, (tx) => foldBlocks(tx, writer, batch))) === batch);
  }
  while ((await inTransaction(db, (tx) => deleteEmptyBlocks(tx, batch))) === batch);
}
