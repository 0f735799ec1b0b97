import {
  type Conversation,
  chatroomConversation,
  groupConversation,
  privateConversation,
  systemConversation,
} from '../domain/messages/conversation.ts';

/** By conversation type, the conversation in which a user sends to a target. */
export const conversationFrom: Record<1 | 3 | 4 | 6, (senderId: string, targetId: string) => Conversation> = {
  1: privateConversation,
  3: (_, targetId) => groupConversation(targetId),
  4: (_, targetId) => chatroomConversation(targetId),
  6: systemConversation,
};
