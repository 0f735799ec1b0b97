import type { Services } from '../../context.ts';
import { deleteOldBroadcasts } from '../../store/broadcasts.ts';
import { deleteOldTasks } from '../../store/push-tasks.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { Queue } from '../jobs.ts';

/** Longest time that an app can set for coming online. */
export const longestOfflineDays = 30;
/** How long an online broadcast waits for users. */
export const onlineMillis = 10 * 60 * 1000;

export const broadcastSweepQueue: Queue = { name: 'broadcast-sweep', retries: 0, everySeconds: 600 };

/** Of one transaction, so that none is long. */
const batch = { broadcasts: 1000, tasks: 100, targets: 5000 };

/** Deletes what is over for every setting: for whom broadcasts were, and pushes with their targets. Messages stay. */
export async function sweepBroadcasts({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const before = clock.now() - longestOfflineDays * 24 * 60 * 60 * 1000;
  const online = { onlineOnly: true, before: clock.now() - onlineMillis };
  while (await deleteOldBroadcasts(db, online, batch.broadcasts));
  while (await deleteOldBroadcasts(db, { onlineOnly: false, before }, batch.broadcasts));
  while (await inTransaction(db, (tx) => deleteOldTasks(tx, before, batch)));
}
