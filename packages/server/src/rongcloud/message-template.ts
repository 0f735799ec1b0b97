import type { rongcloud } from '@diglot/api';
import { sendToEachUser } from '../domain/messages/send.ts';
import type { Handlers } from '../http/dialect.ts';
import { sentTo } from './present.ts';
import { fillTemplate } from './template.ts';

export const messageTemplate = {
  publishPrivateTemplateMessage: async (ctx, { body }) => {
    const { disablePush, expansion } = body;
    const drafts = fillTemplate(body, { disablePush: disablePush || undefined, expansion: expansion ? {} : undefined });
    const to = { userIds: body.toUserId.map(String), respectLists: body.verifyBlacklist === 1 };
    return sentTo('userId', await sendToEachUser(ctx, drafts, to));
  },
} satisfies Partial<Handlers<rongcloud.operations>>;
