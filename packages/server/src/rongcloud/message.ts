import type { rongcloud } from '@diglot/api';
import type { MessageOptions } from '../domain/messages/draft.ts';
import { sendToGroups, sendToUsers } from '../domain/messages/send.ts';
import type { Handlers } from '../http/dialect.ts';
import { readExpansion } from './expansion.ts';
import { readDraft } from './message-draft.ts';
import { sentTo } from './present.ts';

export const message = {
  publishPrivateMessage: async (ctx, { body }) => {
    const { toUserId, pushContent, pushData, count, verifyBlacklist } = body;
    const badge = toUserId.length === 1 ? count : undefined;
    const draft = readDraft(body, { pushContent, pushData, badge, ...singleTargetOptions(body) });
    return sentTo('userId', await sendToUsers(ctx, draft, { userIds: toUserId, respectLists: verifyBlacklist === 1 }));
  },

  publishGroupMessage: async (ctx, { body }) => {
    const { toGroupId, toUserId, pushContent, pushData, isMentioned } = body;
    const single = toGroupId.length === 1;
    const onlyTo = single ? toUserId : undefined;
    const draft = readDraft(body, {
      pushContent,
      pushData,
      mentioned: isMentioned === 1 || undefined,
      onlyTo,
      ...(single && !onlyTo && singleTargetOptions(body)),
    });
    return sentTo('groupId', await sendToGroups(ctx, draft, toGroupId));
  },
} satisfies Partial<Handlers<rongcloud.operations>>;

/** Fields without effect in a message to several groups or to some members of a group. */
interface SingleTargetFields {
  pushExt?: string;
  disablePush?: boolean;
  expansion?: boolean;
  extraContent?: string;
}

/** Fails with `parameter-invalid`. */
function singleTargetOptions({ pushExt, disablePush, expansion, extraContent }: SingleTargetFields): MessageOptions {
  return { pushExt, disablePush: disablePush || undefined, expansion: expansion ? readExpansion(extraContent) : undefined };
}
