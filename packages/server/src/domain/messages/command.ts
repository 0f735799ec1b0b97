import type { Ctx } from '../../context.ts';
import { appendMessages, type StoredMessage } from '../../store/messages.ts';
import { appsOf, type Conversation, conversationKinds } from './conversation.ts';
import type { MessageOptions } from './draft.ts';

/** A message that tells clients of a change. */
export interface Command {
  senderId: string;
  conversation: Conversation;
  objectName: string;
  content: object;
  options: MessageOptions;
}

/** Stores it within the transaction of the change: both are there or neither is. The conversation is locked until the commit. */
export async function appendCommand(within: Ctx, { conversation, content, options, ...command }: Command): Promise<StoredMessage> {
  const [stored] = await appendMessages(within.db, [
    {
      ...command,
      ...appsOf(within.app, conversation),
      content: JSON.stringify(content),
      options: JSON.stringify(options),
      sentAt: within.clock.now(),
      persisted: !options.unpersisted && !options.onlyTo,
      conversations: [{ kind: conversationKinds[conversation.kind], key: conversation.key }],
    },
  ]);
  return stored!;
}
