import type { Services } from '../../context.ts';
import { deleteSomeMembers } from '../../store/chatroom-members.ts';
import { deleteRooms, lockDueRooms } from '../../store/chatrooms.ts';
import type { Db } from '../../store/db.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { Queue } from '../jobs.ts';

export const destructionQueue: Queue = { name: 'chatroom-destruction', retries: 0, everySeconds: 60 };

/** Of one transaction, so that none is long. */
const batch = { rooms: 100, members: 5000 };

/**
 * Deletes the rows of chatrooms whose time is over. Nobody sees a difference: they stopped to exist at that instant.
 * Several nodes may run it at once.
 */
export async function destroyDueChatrooms({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  for (let more = true; more; ) more = await inTransaction(db, (tx) => destroySome(tx, clock.now()));
}

async function destroySome(tx: Db, now: number): Promise<boolean> {
  const roomIds = await lockDueRooms(tx, now, batch.rooms);
  if (roomIds.length === 0) return false;
  const members = await deleteSomeMembers(tx, roomIds, batch.members);
  if (members < batch.members) await deleteRooms(tx, roomIds);
  return true;
}
