import type { rongcloud } from '@diglot/api';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import type { MessageDraft } from '../domain/messages/draft.ts';
import { sendToGroups } from '../domain/messages/send.ts';
import { messageUid } from '../domain/uid.ts';

/** The fields that every call with a bound message has. */
export type BoundMessageFields = Omit<
  rongcloud.operations['dismissGroup']['requestBody']['content']['application/x-www-form-urlencoded'],
  'userId' | 'groupId'
>;

/** The message that an SDK binds to a change of a group; undefined when there is none. Fails with `parameter-missing`. */
export function readBoundMessage(body: BoundMessageFields): MessageDraft | undefined {
  if (!body.bindNotifyMsg) return undefined;
  const required = (field: 'fromUserId' | 'objectName' | 'content') => {
    const value = body[field];
    if (value === undefined) throw new DomainError('parameter-missing', { field });
    return value;
  };
  return {
    senderId: required('fromUserId'),
    objectName: required('objectName'),
    content: required('content'),
    options: {
      pushContent: body.pushContent,
      pushData: body.pushData,
      pushExt: body.pushExt,
      unpersisted: body.isPersisted === 0 || undefined,
      includeSender: body.isIncludeSender === 1 || undefined,
      disableUpdateLastMsg: body.disableUpdateLastMsg || undefined,
    },
  };
}

/** Sends it, and gives what is answered of it. */
export async function sendBoundMessage(ctx: Ctx, groupId: string, draft: MessageDraft | undefined): Promise<{ messageUID?: string }> {
  if (!draft) return {};
  const [receipt] = await sendToGroups(ctx, draft, [groupId]);
  return { messageUID: messageUid(receipt!.id) };
}
