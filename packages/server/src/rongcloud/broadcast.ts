import type { rongcloud } from '@diglot/api';
import { recallBroadcast } from '../domain/broadcasts/recall.ts';
import { broadcast as broadcastMessage, broadcastToOnline } from '../domain/broadcasts/send.ts';
import { messageIdOf, messageUid } from '../domain/uid.ts';
import type { Handlers } from '../http/dialect.ts';
import { readDraft } from './message-draft.ts';
import { success } from './present.ts';

const systems = { iOS: 'ios', Android: 'android' } as const;

export const broadcast = {
  broadcastMessage: async (ctx, { body }) => {
    const { pushContent, pushData, pushExt, os } = body;
    const { id } = await broadcastMessage(ctx, readDraft(body, { pushContent, pushData, pushExt }), os && systems[os]);
    return success({ messageUID: messageUid(id) });
  },

  broadcastToOnlineUsers: async (ctx, { body }) => success({ messageUID: messageUid((await broadcastToOnline(ctx, readDraft(body))).id) }),

  recallBroadcast: async (ctx, { body }) => {
    await recallBroadcast(ctx, {
      senderId: body.fromUserId,
      // A UID of another make is that of no message.
      messageId: messageIdOf(body.messageUID) ?? 0,
      byAdmin: body.isAdmin === 1,
      withoutNotice: body.isDelete === 1,
      extra: body.extra,
      disableUpdateLastMsg: body.disableUpdateLastMsg || undefined,
    });
    return success();
  },
} satisfies Partial<Handlers<rongcloud.operations>>;
