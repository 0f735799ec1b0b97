import type { Ctx } from '../../context.ts';
import { type ChatroomVerdict, maySendToChatroom } from '../chatrooms/may-send.ts';
import { type GroupVerdict, maySendToGroup } from '../groups/may-send.ts';
import { maySendToUser, type UserVerdict } from '../users/may-send.ts';
import type { ConversationKind } from './conversation.ts';

/** Who sends: the app's server in the name of a user, or the user's own client. */
export type Origin = 'server' | 'client';

/** Yes, or the reason why not, which is also the word of the failure. */
export type Verdict = UserVerdict | GroupVerdict | ChatroomVerdict | 'receive-only';

/** The other user, the group or the chatroom. */
export interface Addressee {
  kind: ConversationKind;
  id: string;
}

/**
 * Whether a message may be sent. The app's server may send to anybody: mutes, lists and memberships are for clients. A client sends to
 * users, to its groups and to its chatrooms. Blocked and deactivated users are kept from connecting, and not asked about here.
 */
export async function maySend(ctx: Ctx, { origin, senderId, to }: { origin: Origin; senderId: string; to: Addressee }): Promise<Verdict> {
  if (origin === 'server') return 'yes';
  switch (to.kind) {
    case 'private':
      return maySendToUser(ctx, { senderId, userId: to.id });
    case 'group':
      return maySendToGroup(ctx, { senderId, groupId: to.id });
    case 'chatroom':
      return maySendToChatroom(ctx, { senderId, chatroomId: to.id });
    case 'system':
    case 'broadcast':
      return 'receive-only';
  }
}
