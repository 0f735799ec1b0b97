/** Conversation types, with the numbers of the RongCloud dialect; broadcasts, which it counts as system messages, have one of ours. */
export const conversationKinds = { private: 1, group: 3, chatroom: 4, system: 6, broadcast: 106 } as const;

export type ConversationKind = keyof typeof conversationKinds;

export interface Conversation {
  kind: ConversationKind;
  /**
   * Private: both user ids, sorted and joined by a comma (ids hold none). System: sender and recipient, joined alike.
   * Broadcast: the sender. Else the id of the group or chatroom.
   */
  key: string;
}

export function privateConversation(one: string, other: string): Conversation {
  return { kind: 'private', key: one < other ? `${one},${other}` : `${other},${one}` };
}

/** An empty id stands for all chatrooms of the app: what is sent there is for everybody who is in any. */
export function chatroomConversation(chatroomId: string): Conversation {
  return { kind: 'chatroom', key: chatroomId };
}

export function groupConversation(groupId: string): Conversation {
  return { kind: 'group', key: groupId };
}

/** What a recipient has from one sender of system messages. */
export function systemConversation(senderId: string, userId: string): Conversation {
  return { kind: 'system', key: `${senderId},${userId}` };
}

/** Messages to many users that are stored once, whatever the number of users. */
export function broadcastConversation(senderId: string): Conversation {
  return { kind: 'broadcast', key: senderId };
}
