import type { rongcloud } from '@diglot/api';
import type { MessageDraft } from '../domain/messages/draft.ts';
import { sendToGroups, sendToUsers } from '../domain/messages/send.ts';
import { messageUid } from '../domain/uid.ts';
import type { Handlers } from '../http/dialect.ts';
import { readExpansion } from './expansion.ts';
import { success } from './present.ts';

type PrivateBody = rongcloud.operations['publishPrivateMessage']['requestBody']['content']['application/x-www-form-urlencoded'];
type GroupBody = rongcloud.operations['publishGroupMessage']['requestBody']['content']['application/x-www-form-urlencoded'];

export const message = {
  publishPrivateMessage: async (ctx, { body }) => {
    const draft = draftOf(body, { ...singleTargetOptions(body), badge: body.toUserId.length === 1 ? body.count : undefined });
    const receipts = await sendToUsers(ctx, draft, { userIds: body.toUserId, respectLists: body.verifyBlacklist === 1 });
    return success({ messageUIDs: receipts.map(({ target, id }) => ({ userId: target, messageUID: messageUid(id) })) });
  },

  publishGroupMessage: async (ctx, { body }) => {
    const single = body.toGroupId.length === 1;
    const onlyTo = single ? body.toUserId : undefined;
    const draft = draftOf(body, {
      ...(single && !onlyTo && singleTargetOptions(body)),
      mentioned: body.isMentioned === 1 || undefined,
      onlyTo,
    });
    const receipts = await sendToGroups(ctx, draft, body.toGroupId);
    return success({ messageUIDs: receipts.map(({ target, id }) => ({ groupId: target, messageUID: messageUid(id) })) });
  },
} satisfies Partial<Handlers<rongcloud.operations>>;

function draftOf(body: PrivateBody | GroupBody, own: MessageDraft['options']): MessageDraft {
  return {
    senderId: body.fromUserId,
    objectName: body.objectName,
    content: body.content,
    options: {
      ...own,
      pushContent: body.pushContent,
      pushData: body.pushData,
      unpersisted: body.isPersisted === 0 || undefined,
      uncounted: body.isCounted === 0 || undefined,
      includeSender: body.isIncludeSender === 1 || undefined,
      contentAvailable: body.contentAvailable === 1 || undefined,
      disableUpdateLastMsg: body.disableUpdateLastMsg || undefined,
      needReadReceipt: body.needReadReceipt === 1 || undefined,
    },
  };
}

/** They have no effect in a message to several groups or to some members of a group. */
function singleTargetOptions(body: PrivateBody | GroupBody): MessageDraft['options'] {
  return {
    pushExt: body.pushExt,
    disablePush: body.disablePush || undefined,
    expansion: body.expansion ? readExpansion(body.extraContent) : undefined,
  };
}
