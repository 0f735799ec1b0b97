import type { Ctx, Services } from '../../context.ts';
import type { Db } from '../../store/db.ts';
import { findMessage } from '../../store/messages.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { App } from '../apps.ts';
import { everywhere } from '../chatrooms/mutes.ts';
import type { Queue } from '../jobs.ts';
import { type Conversation, type ConversationKind, conversationOf } from '../messages/conversation.ts';
import { type Message, toMessage } from '../messages/history.ts';

/** A stored message of which the app's server is told. */
export interface MessageEvent {
  appKey: string;
  messageId: number;
  /** Sensitive words were replaced in it. */
  replaced?: boolean | undefined;
}

/** An event that fails three times is dropped. An app's server that does not answer takes half of a node's workers at most. */
export const messageWebhookQueue: Queue<MessageEvent> = {
  name: 'message-webhook',
  concurrency: 8,
  perGroup: { atOnce: 4, groupOf: ({ appKey }) => appKey },
  retries: 2,
};

const toldKinds = new Set<ConversationKind>(['private', 'group', 'chatroom']);

/** Has the app's server told, after the commit, of messages that were stored in a conversation. */
export type Tell = (conversation: Conversation, stored: Omit<MessageEvent, 'appKey'>[]) => Promise<void>;

/** A transaction for messages of the app's server. What it tells goes out after its commit, or never, and only if the app wants it. */
export async function transactionWithEvents<Result>(ctx: Ctx, work: (tx: Db, tell: Tell) => Promise<Result>): Promise<Result> {
  if (!wantsServerMessages(ctx.app)) return inTransaction(ctx.db, (tx) => work(tx, async () => {}));
  const appKey = ctx.app.key;
  return ctx.jobs.transaction(ctx.db, (tx, enqueue) => {
    const tell: Tell = async (conversation, stored) => {
      if (!isTold(ctx.app, conversation)) return;
      const events = stored.map((message) => ({ appKey, ...message }));
      await enqueue(messageWebhookQueue, events);
    };
    return work(tx, tell);
  });
}

/** Whether the app's server is told of what it sends to a conversation. Broadcasts, system messages and messages between apps are left out. */
export function isTold(app: App, { kind, key, apps }: Conversation): boolean {
  return wantsServerMessages(app) && toldKinds.has(kind) && key !== everywhere && !apps;
}

function wantsServerMessages({ settings: { messageWebhook } }: App): boolean {
  return messageWebhook.url !== null && messageWebhook.serverMessages;
}

export interface ToldMessage {
  app: App;
  url: string;
  message: Message;
  conversation: Conversation;
}

/** What an event is about; undefined when the message or the webhook is gone by now. */
export async function findToldMessage({ db, apps }: Services, { appKey, messageId }: MessageEvent): Promise<ToldMessage | undefined> {
  const app = await apps.find(appKey);
  const url = app?.settings.messageWebhook.url;
  if (!app || !url) return undefined;
  const row = await findMessage(db, { appId: app.id, id: messageId, since: 0 });
  return row && { app, url, message: toMessage(row), conversation: conversationOf(row) };
}
