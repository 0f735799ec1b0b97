import type { rongcloud } from '@diglot/api';
import { groupConversation, privateConversation } from '../domain/messages/conversation.ts';
import { deleteExpansion, type ExpansionTarget, getExpansion, setExpansion } from '../domain/messages/expansion.ts';
import type { Handlers } from '../http/dialect.ts';
import { readExpansion, readExpansionKeys } from './expansion.ts';
import { pageOf, success } from './present.ts';

const pageSize = 300;

export const messageExpansion = {
  setMessageExpansion: async (ctx, { body }) => {
    await setExpansion(ctx, targetOf(body), new Map(Object.entries(readExpansion(body.extraKeyVal, 'extraKeyVal'))));
    return success();
  },

  deleteMessageExpansion: async (ctx, { body }) => {
    await deleteExpansion(ctx, targetOf(body), readExpansionKeys(body.extraKey, 'extraKey'));
    return success();
  },

  getMessageExpansion: async (ctx, { body }) => {
    const { offset, limit } = pageOf(body.pageNo, pageSize, pageSize);
    const page = [...(await getExpansion(ctx, body.msgUID))].slice(offset, offset + limit);
    return success({ extraContent: Object.fromEntries(page.map(([key, { value, version }]) => [key, { v: value, ts: version }])) });
  },
} satisfies Partial<Handlers<rongcloud.operations>>;

interface TargetFields {
  msgUID: string;
  userId: string;
  conversationType: 1 | 3;
  targetId: string;
  isSyncSender?: 0 | 1;
}

function targetOf({ msgUID, userId, conversationType, targetId, isSyncSender }: TargetFields): ExpansionTarget {
  return {
    uid: msgUID,
    operatorId: userId,
    conversation: conversationType === 1 ? privateConversation(userId, targetId) : groupConversation(targetId),
    syncOperator: isSyncSender === 1,
  };
}
