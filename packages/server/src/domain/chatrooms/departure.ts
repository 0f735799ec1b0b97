import { clearOwners, deleteListPlaces, deleteRestrictionsOf, deleteStays, lockChatroomsOf } from '../../store/chatroom-departures.ts';
import { lockStays } from '../../store/chatroom-members.ts';
import type { Db } from '../../store/db.ts';
import { inApp } from '../../store/scoped-ids.ts';
import { clearUp } from './members.ts';

/**
 * Takes deleted users out of every chatroom, of any app, and deletes their mutes, blocks and places on lists. Chatrooms of their own have no owner
 * then: who comes to be called alike must not own them. Part of a transaction.
 */
export async function leaveAllChatrooms(tx: Db, appId: number, userIds: string[]): Promise<void> {
  await lockStays(tx, inApp(appId, userIds));
  await lockChatroomsOf(tx, appId, userIds);
  await clearUp(tx, await deleteStays(tx, appId, userIds));
  await clearOwners(tx, appId, userIds);
  await deleteRestrictionsOf(tx, appId, userIds);
  await deleteListPlaces(tx, appId, userIds);
}
