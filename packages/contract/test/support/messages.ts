import { privateConversation } from '../../../server/src/domain/messages/conversation.ts';
import { type Message, readConversation } from '../../../server/src/domain/messages/history.ts';
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
