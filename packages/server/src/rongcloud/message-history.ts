import type { rongcloud } from '@diglot/api';
import { clearConversation } from '../domain/messages/history.ts';
import { deleteHistoryLog, hasHistoryLog } from '../domain/messages/history-log.ts';
import type { Handlers } from '../http/dialect.ts';
import { conversationFrom } from './conversation-type.ts';
import { hourStart, logAddress } from './history-log-file.ts';
import { invalid } from './json-text.ts';
import { success } from './present.ts';

export const messageHistory = {
  getHistoryLog: async (ctx, { body: { date } }) => {
    const found = await hasHistoryLog(ctx, hourStart(ctx, date));
    return success({ url: found ? logAddress(ctx, date) : '', date });
  },

  deleteHistoryLog: async (ctx, { body: { date } }) => {
    if (!(await deleteHistoryLog(ctx, hourStart(ctx, date)))) throw invalid('date', 'is not exist');
    return success();
  },

  clearMessages: async (ctx, { body: { conversationType, fromUserId, targetId, msgTimestamp } }) => {
    // What a user has in a system conversation was sent by the target.
    const [sender, target] = conversationType === 6 ? [targetId, fromUserId] : [fromUserId, targetId];
    await clearConversation(ctx, conversationFrom[conversationType](sender, target), {
      viewer: conversationType === 4 ? undefined : fromUserId,
      until: msgTimestamp === undefined ? undefined : Number(msgTimestamp),
    });
    return success();
  },
} satisfies Partial<Handlers<rongcloud.operations>>;
