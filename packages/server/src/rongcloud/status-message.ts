import type { rongcloud } from '@diglot/api';
import { sendToGroups, sendToUsers } from '../domain/messages/send.ts';
import type { Handlers } from '../http/dialect.ts';
import { readDraft } from './message-draft.ts';
import { sentTo } from './present.ts';

export const statusMessage = {
  publishPrivateStatusMessage: async (ctx, { body }) => {
    const draft = { ...readDraft(body), transient: true };
    return sentTo('userId', await sendToUsers(ctx, draft, { userIds: body.toUserId, respectLists: body.verifyBlacklist === 1 }));
  },

  publishGroupStatusMessage: async (ctx, { body }) => {
    return sentTo('groupId', await sendToGroups(ctx, { ...readDraft(body), transient: true }, body.toGroupId));
  },
} satisfies Partial<Handlers<rongcloud.operations>>;
