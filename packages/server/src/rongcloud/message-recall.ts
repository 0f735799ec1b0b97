import type { rongcloud } from '@diglot/api';
import { recallMessage } from '../domain/messages/recall.ts';
import type { Handlers } from '../http/dialect.ts';
import { conversationFrom } from './conversation-type.ts';
import { success } from './present.ts';

export const messageRecall = {
  recallMessage: async (ctx, { body }) => {
    const { fromUserId: senderId, conversationType, targetId, messageUID: uid, sentTime } = body;
    await recallMessage(ctx, {
      senderId,
      conversation: conversationFrom[conversationType](senderId, targetId),
      uid,
      // An SDK sends 0 for a time that is not known.
      sentAt: sentTime || undefined,
      notice: {
        byAdmin: body.isAdmin === 1,
        silent: body.isDelete === 1,
        extra: body.extra,
        disablePush: body.disablePush || undefined,
        disableUpdateLastMsg: body.disableUpdateLastMsg || undefined,
      },
    });
    return success();
  },
} satisfies Partial<Handlers<rongcloud.operations>>;
