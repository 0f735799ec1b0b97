import { privateConversation } from '../../../server/src/domain/messages/conversation.ts';
import { type Message, readConversation } from '../../../server/src/domain/messages/history.ts';
import type { Caller } from '../../src/index.ts';
import type { TestServer } from './server.ts';

/** The first thousand messages between two users. */
export function conversationMessages(on: TestServer, one: string, other: string): Promise<Message[]> {
  return readConversation(on.ctx, privateConversation(one, other), { after: 0, limit: 1000 });
}

/** How many messages the server has stored, of all conversations. */
export async function storedMessages({ ctx }: TestServer): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Everything that is stored in a conversation, what is kept out of its history included. */
export async function messagesIn(on: TestServer, { kind, key }: { kind: number; key: string }) {
  const rows = await on.ctx.db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .select(['messages.id', 'seq', 'sender_id', 'object_name', 'content', 'options', 'persisted', 'retracted_at', 'sent_at'])
    .where('conversations.app_id', '=', on.app.id)
    .where('conversations.kind', '=', kind)
    .where('conversations.key', '=', key)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ ...row, options: JSON.parse(row.options) as object }));
}

const text = { objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };

/** Sends a message to a user and gives its UID. */
export async function sendPrivate(
  caller: Caller,
  fields: { fromUserId: string; toUserId: string; [field: string]: unknown },
): Promise<string> {
  const { body } = await caller.call('publishPrivateMessage', { body: { ...text, ...fields, toUserId: [fields.toUserId] } });
  return (body as { messageUIDs: { messageUID: string }[] }).messageUIDs[0]!.messageUID;
}

/** Sends a message to a group and gives its UID. */
export async function sendGroup(
  caller: Caller,
  fields: { fromUserId: string; toGroupId: string; [field: string]: unknown },
): Promise<string> {
  const { body } = await caller.call('publishGroupMessage', { body: { ...text, ...fields, toGroupId: [fields.toGroupId] } });
  return (body as { messageUIDs: { messageUID: string }[] }).messageUIDs[0]!.messageUID;
}
