import type { Ctx } from '../../context.ts';
import type { Db } from '../../store/db.ts';
import { type LocatedMessage, lockMessage, markRetracted, type StoredMessage } from '../../store/messages.ts';
import { noteMessages } from '../chatrooms/activity.ts';
import { messageIdOf } from '../uid.ts';
import { transactionWithEvents } from '../webhooks/messages.ts';
import { appendCommand } from './command.ts';
import { type Conversation, isIn, targetOf, typeOf } from './conversation.ts';
import type { MessageOptions } from './draft.ts';
import { keyOfKept } from './retention.ts';

export const recallCommand = 'RC:RcCmd';

/** How clients show a recall. */
export interface RecallNotice {
  /** The notice says that an administrator recalled it. */
  byAdmin?: boolean;
  /** The message disappears without a notice. */
  silent?: boolean;
  extra?: string | undefined;
  disablePush?: boolean | undefined;
  disableUpdateLastMsg?: boolean | undefined;
}

export interface Recall {
  senderId: string;
  conversation: Conversation;
  /** Of a message that need not be known here. */
  uid: string;
  /** Milliseconds; that of the message when undefined. */
  sentAt?: number | undefined;
  notice: RecallNotice;
}

/**
 * Tells the conversation that a message of the sender is recalled. The message is marked when it is one of this sender in this
 * conversation; clients are told all the same, since they may have one that is no longer, or never was, stored here.
 */
export async function recallMessage(ctx: Ctx, recall: Recall): Promise<void> {
  await takeBack(ctx, async (tx) => {
    const message = await lockMessage(tx, keyOfKept(ctx, messageIdOf(recall.uid)));
    const own = message?.sender_id === recall.senderId && isIn(message, recall.conversation);
    return { ...recall, message: own ? message : undefined };
  });
}

/**
 * In one transaction: finds out what is recalled, and locks the message if there is one; marks it; tells its conversation, and the app's
 * server if it is told of messages.
 */
export async function takeBack(ctx: Ctx, find: (tx: Db) => Promise<Recall & { message: LocatedMessage | undefined }>): Promise<void> {
  const { kind, key, apps } = await transactionWithEvents(ctx, async (tx, tell) => {
    const recall = await find(tx);
    if (recall.message) await markRetracted(tx, recall.message.id, ctx.clock.now());
    const { id } = await appendRecall({ ...ctx, db: tx }, recall);
    await tell(recall.conversation, [{ messageId: id }]);
    return recall.conversation;
  });
  if (kind === 'chatroom') await noteMessages(ctx, { appId: apps?.home ?? ctx.app.id, chatroomIds: [key] }, ctx.clock.now());
}

async function appendRecall(within: Ctx, recall: Recall & { message: LocatedMessage | undefined }): Promise<StoredMessage> {
  const { message, senderId, conversation, sentAt = message?.sent_at, notice } = recall;
  // Who did not get the message does not get the command, and it is kept as the message was.
  const { onlyTo, unpersisted } = message ? (JSON.parse(message.options) as MessageOptions) : {};
  return appendCommand(within, {
    senderId,
    conversation,
    objectName: recallCommand,
    content: recallContent({ ...recall, sentAt }),
    options: {
      includeSender: true,
      uncounted: true,
      disablePush: notice.disablePush,
      disableUpdateLastMsg: notice.disableUpdateLastMsg,
      onlyTo,
      unpersisted,
    },
  });
}

/** What clients read of the command. */
export function recallContent({ senderId, conversation, uid, sentAt, notice }: Recall): object {
  return {
    messageUId: uid,
    conversationType: typeOf(conversation),
    targetId: targetOf(conversation, senderId) || undefined,
    sentTime: sentAt,
    isAdmin: notice.byAdmin ? 1 : 0,
    isDelete: notice.silent ? 1 : 0,
    extra: notice.extra,
  };
}
