/** Conversation types, with the numbers of the RongCloud dialect. */
export const conversationKinds = { private: 1, group: 3, chatroom: 4, system: 6 } as const;

export type ConversationKind = keyof typeof conversationKinds;

export interface Conversation {
  kind: ConversationKind;
  /** Private: both user ids, sorted and joined by a comma (ids hold none). Else the id of the group, room or recipient. */
  key: string;
}

export function privateConversation(one: string, other: string): Conversation {
  return { kind: 'private', key: one < other ? `${one},${other}` : `${other},${one}` };
}

export function chatroomConversation(chatroomId: string): Conversation {
  return { kind: 'chatroom', key: chatroomId };
}

export function groupConversation(groupId: string): Conversation {
  return { kind: 'group', key: groupId };
}
