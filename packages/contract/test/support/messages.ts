import { privateConversation } from '../../../server/src/domain/messages/conversation.ts';
import { type Message, readConversation } from '../../../server/src/domain/messages/history.ts';
import type { TestServer } from './server.ts';

/** The first thousand messages between two users. */
export function conversationMessages(on: TestServer, one: string, other: string): Promise<Message[]> {
  return readConversation(on.ctx, privateConversation(one, other), { after: 0, limit: 1000 });
}
