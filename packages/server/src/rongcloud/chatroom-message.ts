import type { rongcloud } from '@diglot/api';
import { sendToAllChatrooms, sendToChatrooms } from '../domain/messages/send.ts';
import type { Handlers } from '../http/dialect.ts';
import { readDraft } from './message-draft.ts';
import { sentTo, success } from './present.ts';

export const chatroomMessage = {
  publishChatroomMessage: async (ctx, { body }) => {
    const draft = readDraft(body, { priority: body.priority || undefined });
    return sentTo('chatroomId', await sendToChatrooms(ctx, draft, body.toChatroomId));
  },

  publishChatroomBroadcast: async (ctx, { body }) => {
    await sendToAllChatrooms(ctx, readDraft(body));
    return success();
  },
} satisfies Partial<Handlers<rongcloud.operations>>;
