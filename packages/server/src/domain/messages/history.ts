import type { Ctx } from '../../context.ts';
import { type MessageRow, persistedMessages } from '../../store/messages.ts';
import { type Conversation, conversationKinds } from './conversation.ts';
import type { MessageOptions } from './draft.ts';

export interface Message {
  id: number;
  /** Position among all messages of the conversation, those that are not persisted included. */
  seq: number;
  senderId: string;
  objectName: string;
  content: string;
  options: MessageOptions;
  /** Milliseconds. */
  sentAt: number;
  retracted: boolean;
}

/** The history after a sequence number (0: from the start), oldest first; ask again after the last one's `seq` for the next page. */
export async function readConversation(ctx: Ctx, conversation: Conversation, page: { after: number; limit: number }): Promise<Message[]> {
  const key = { appId: ctx.app.id, kind: conversationKinds[conversation.kind], key: conversation.key };
  return (await persistedMessages(ctx.db, key, page)).map(toMessage);
}

export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    seq: row.seq,
    senderId: row.sender_id,
    objectName: row.object_name,
    content: row.content,
    options: JSON.parse(row.options) as MessageOptions,
    sentAt: row.sent_at,
    retracted: row.retracted_at !== null,
  };
}
