import type { Services } from '../../context.ts';
import { forgetLogDeletions } from '../../store/history-log.ts';
import { deleteMessagesBefore } from '../../store/message-history.ts';
import { listApps } from '../apps.ts';
import type { Queue } from '../jobs.ts';
import { oldestHour } from './history-log.ts';
import { keptSince } from './retention.ts';

export const messageSweepQueue: Queue = { name: 'message-sweep', retries: 0, everySeconds: 3600 };

/** Messages of one transaction, so that none is long. */
const batch = 1000;

/**
 * Deletes the rows of messages that are older than their app keeps them, and what is remembered of hours whose log is gone. Nobody
 * sees a difference: they stopped to exist at that instant. Several nodes may run it at once.
 */
export async function deleteOldMessages({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const apps = (await listApps(db)).map((app) => ({ appId: app.id, since: keptSince({ app, clock }) }));
  for (let deleted = batch; deleted === batch; ) deleted = await deleteMessagesBefore(db, apps, batch);
  await forgetLogDeletions(db, oldestHour(clock.now()));
}
