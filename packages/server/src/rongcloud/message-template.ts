import type { rongcloud } from '@diglot/api';
import { sendToEachUser } from '../domain/messages/send.ts';
import type { Handlers } from '../http/dialect.ts';
import { sentTo } from './present.ts';
import { fillTemplate } from './template.ts';

export const messageTemplate = {
  publishPrivateTemplateMessage: async (ctx, { body }) => {
    const { disablePush, expansion } = body;
    const { userIds, drafts } = fillTemplate(body, { disablePush: disablePush || undefined, expansion: expansion ? {} : undefined });
    return sentTo('userId', await sendToEachUser(ctx, drafts, { userIds, respectLists: body.verifyBlacklist === 1 }));
  },
} satisfies Partial<Handlers<rongcloud.operations>>;
