import type { rongcloud } from '@diglot/api';
import { pushToAudience } from '../domain/broadcasts/send.ts';
import { DomainError } from '../domain/errors.ts';
import type { MessageDraft } from '../domain/messages/draft.ts';
import { contentFor, type Notification, type PushPlatform } from '../domain/push/notification.ts';
import { pushTo } from '../domain/push/tasks.ts';
import { messageUid } from '../domain/uid.ts';
import type { Handlers } from '../http/dialect.ts';
import { success } from './present.ts';
import { readAudience, readNotification, readPlatforms, readUserNotification } from './push-content.ts';

type Body = rongcloud.operations['pushToAudience']['requestBody']['content']['application/json'];

export const push = {
  pushToAudience: async (ctx, { body }) => {
    const platforms = readPlatforms(body.platform);
    const audience = readAudience(body.audience);
    const notification = body.notification && readNotification(body.notification);
    const draft = readMessage(body);
    if (!draft) requireText(notification, platforms);
    const { id, receipt } = await pushToAudience(ctx, { audience, platforms, notification }, draft);
    return success({ id, ...(receipt && { messageUID: messageUid(receipt.id) }) });
  },

  pushToUsers: async (ctx, { body }) => {
    const audience = readAudience({ userid: body.userIds });
    return success({ id: await pushTo(ctx, { audience, notification: readUserNotification(body.notification) }) });
  },
} satisfies Partial<Handlers<rongcloud.operations>>;

function readMessage({ message, fromuserid }: Body): MessageDraft | undefined {
  if (!message) return undefined;
  if (fromuserid === undefined) throw new DomainError('parameter-missing', { field: 'fromuserid' });
  const { objectName, content, disableUpdateLastMsg } = message;
  return { senderId: fromuserid, objectName, content, options: { disableUpdateLastMsg: disableUpdateLastMsg || undefined } };
}

/** Without a message there has to be something to push, on each platform. */
function requireText(notification: Notification | undefined, platforms: PushPlatform[]): void {
  if (!notification) throw new DomainError('parameter-missing', { field: 'notification' });
  const silent = platforms.some((platform) => !contentFor(notification, platform));
  if (silent) throw new DomainError('parameter-missing', { field: 'notification.alert' });
}
