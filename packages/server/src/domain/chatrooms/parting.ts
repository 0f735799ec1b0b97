import type { AppPair } from '../../store/app-trusts.ts';
import { deleteStaysBetween, holdRoomsBetween } from '../../store/chatroom-members.ts';
import type { Db } from '../../store/db.ts';

/** Takes the users of each app out of the chatrooms of the other. Part of a transaction. */
export async function partChatrooms(tx: Db, pair: AppPair): Promise<void> {
  await deleteStaysBetween(tx, await holdRoomsBetween(tx, pair), pair);
}
