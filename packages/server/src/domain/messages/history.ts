import type { Ctx } from '../../context.ts';
import { clearHistory, findHistory, persistedMessages, seqsAt } from '../../store/message-history.ts';
import type { ConversationKey, MessageRow } from '../../store/messages.ts';
import { type Conversation, conversationKinds } from './conversation.ts';
import type { MessageOptions } from './draft.ts';
import { fillExpansions } from './expansion.ts';
import { keptSince } from './retention.ts';

export interface Message {
  id: number;
  /** Position among all messages of the conversation, those that are not persisted included. */
  seq: number;
  senderId: string;
  /** App of the sender. */
  senderAppId: number;
  objectName: string;
  content: string;
  options: MessageOptions;
  /** Milliseconds. */
  sentAt: number;
  retracted: boolean;
}

export interface HistoryPage {
  /** Sequence number; 0: from the start. */
  after: number;
  limit: number;
  /** Whose history it is; what this user cleared is left out. */
  viewer?: string;
}

/**
 * The history after a sequence number, oldest first; ask again after the last one's `seq` for the next page. What is older than the
 * app keeps, or cleared for everyone, is not there. Extensible messages have their current pairs.
 */
export async function readConversation(ctx: Ctx, conversation: Conversation, { after, limit, viewer }: HistoryPage): Promise<Message[]> {
  const history = await findHistory(ctx.db, keyOf(ctx, conversation), viewer);
  if (!history) return [];
  const from = Math.max(after, history.clearedSeq);
  const rows = await persistedMessages(ctx.db, { conversationId: history.id, since: keptSince(ctx) }, { after: from, limit });
  const messages = rows.map(toMessage);
  await fillExpansions(ctx, messages);
  return messages;
}

/**
 * Clears what was sent in the conversation until a time (milliseconds), all of it when there is none, for one user or for everyone.
 * What comes later is not concerned, whatever the time.
 */
export async function clearConversation(
  ctx: Ctx,
  conversation: Conversation,
  { viewer = '', until = Number.MAX_SAFE_INTEGER }: { viewer?: string | undefined; until?: number | undefined },
): Promise<void> {
  const history = await findHistory(ctx.db, keyOf(ctx, conversation), viewer);
  if (!history) return;
  const [seq] = await seqsAt(ctx.db, [{ conversationId: history.id, at: until }]);
  await clearHistory(ctx.db, { conversationId: history.id, userId: viewer, seq: seq! });
}

export function keyOf(ctx: Ctx, { kind, key, apps }: Conversation): ConversationKey {
  return { appId: apps?.home ?? ctx.app.id, kind: conversationKinds[kind], key };
}

export function senderAppOf(row: Pick<MessageRow, 'app_id' | 'other_app_id' | 'from_other'>): number {
  return row.from_other ? row.other_app_id! : row.app_id;
}

export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    seq: row.seq,
    senderId: row.sender_id,
    senderAppId: senderAppOf(row),
    objectName: row.object_name,
    content: row.content,
    options: JSON.parse(row.options) as MessageOptions,
    sentAt: row.sent_at,
    retracted: row.retracted_at !== null,
  };
}
