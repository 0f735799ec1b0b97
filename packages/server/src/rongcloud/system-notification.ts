import type { rongcloud } from '@diglot/api';
import { sendToEachUser, sendToUsers } from '../domain/messages/send.ts';
import type { Handlers } from '../http/dialect.ts';
import { readDraft } from './message-draft.ts';
import { sentTo } from './present.ts';
import { fillTemplate } from './template.ts';

/** The sender is no participant. */
const senderOptions = { includeSender: undefined };

export const systemNotification = {
  publishSystemMessage: async (ctx, { body }) => {
    const { toUserId, pushContent, pushData, pushExt, count, disablePush } = body;
    const badge = toUserId.length === 1 ? count : undefined;
    const draft = readDraft(body, { pushContent, pushData, pushExt, badge, disablePush: disablePush || undefined, ...senderOptions });
    return sentTo('userId', await sendToUsers(ctx, draft, { userIds: toUserId, system: true }));
  },

  publishSystemTemplateMessage: async (ctx, { body }) => {
    const { userIds, drafts } = fillTemplate(body, { disablePush: body.disablePush || undefined, ...senderOptions });
    return sentTo('userId', await sendToEachUser(ctx, drafts, { userIds, system: true }));
  },
} satisfies Partial<Handlers<rongcloud.operations>>;
