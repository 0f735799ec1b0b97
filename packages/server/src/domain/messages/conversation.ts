/** Conversation types, with the numbers of the RongCloud dialect; broadcasts, which it counts as system messages, have one of ours. */
export const conversationKinds = { private: 1, group: 3, chatroom: 4, system: 6, broadcast: 106 } as const;

export type ConversationKind = keyof typeof conversationKinds;

const kindsByNumber = new Map(Object.entries(conversationKinds).map(([kind, number]) => [number as number, kind as ConversationKind]));

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

/** From the row of one; the compiler cannot see that every number stored is one of ours. */
export function conversationOf({ kind, key }: { kind: number; key: string }): Conversation {
  return { kind: kindsByNumber.get(kind)!, key };
}

/** What a recipient has from one sender of system messages. */
export function systemConversation(senderId: string, userId: string): Conversation {
  return { kind: 'system', key: `${senderId},${userId}` };
}

/** Messages to many users that are stored once, whatever the number of users. */
export function broadcastConversation(senderId: string): Conversation {
  return { kind: 'broadcast', key: senderId };
}

/** Conversation type as clients know it. */
export function typeOf({ kind }: Conversation): number {
  return conversationKinds[kind === 'broadcast' ? 'system' : kind];
}

/** Of a message in it: the other user, the recipient, the group or the room; empty for a broadcast, which has no single target. */
export function targetOf({ kind, key }: Conversation, senderId: string): string {
  if (kind === 'group' || kind === 'chatroom') return key;
  if (kind === 'broadcast') return '';
  const [first = '', second = ''] = key.split(',');
  return kind === 'private' && second === senderId ? first : second;
}

/** Whether a message stands in the conversation. */
export function isIn(row: { kind: number; key: string }, { kind, key }: Conversation): boolean {
  return row.kind === conversationKinds[kind] && row.key === key;
}
