import type { jmessage } from '@diglot/api';
import type { RequestCtx } from '../context.ts';
import { getRoom } from '../domain/chatrooms/owned-rooms.ts';
import { DomainError } from '../domain/errors.ts';
import { getGroup } from '../domain/groups/owned-groups.ts';
import { requireMedia } from '../domain/media/references.ts';
import type { MessageDraft } from '../domain/messages/draft.ts';
import { requireParties } from '../domain/messages/parties.ts';
import { retractMessage } from '../domain/messages/retract.ts';
import { type Receipt, sendToChatroom, sendToGroups, sendToUsers } from '../domain/messages/send.ts';
import type { Handlers } from '../http/dialect.ts';
import { mediaIdsOf, toStored } from './message-body.ts';

type SendBody = jmessage.operations['sendMessage']['requestBody']['content']['application/json'];

const maxBodyBytes = 4096;

export const message = {
  sendMessage: async (ctx, { body }) => {
    const draft = draftOf(body);
    requireOwnApp(ctx, body.target_appkey);
    await requireMedia(ctx, mediaIdsOf({ msg_type: body.msg_type, msg_body: { ...body.msg_body } }));
    await requireParties(ctx, {
      senderId: body.from_id,
      asAdmin: body.from_type === 'admin',
      recipientId: body.target_type === 'single' ? String(body.target_id) : undefined,
    });
    const receipt = await send(ctx, draft, body);
    if (receipt.blockedBy !== undefined) throw new DomainError('message-blocked', { subject: receipt.blockedBy });
    return { msg_id: receipt.id, msg_ctime: receipt.sentAt };
  },

  retractMessage: async (ctx, { path }) => {
    await retractMessage(ctx, { id: path.msgid, senderId: path.username });
  },
} satisfies Partial<Handlers<jmessage.operations>>;

function draftOf(body: SendBody): MessageDraft {
  if (Buffer.byteLength(JSON.stringify(body.msg_body)) > maxBodyBytes)
    throw new DomainError('parameter-too-long', { field: 'msg_body', reason: `must have at most ${maxBodyBytes} bytes as JSON text` });
  return {
    senderId: body.from_id,
    ...toStored({ msg_type: body.msg_type, msg_body: { ...body.msg_body } }),
    options: {
      noOffline: body.no_offline || undefined,
      disablePush: body.no_notification || undefined,
      fromName: body.from_name,
      targetName: body.target_name,
      notification: body.notification,
    },
  };
}

/** Apps do not trust each other yet. */
function requireOwnApp(ctx: RequestCtx, appKey: string | undefined): void {
  if (appKey && appKey.toLowerCase() !== ctx.app.key.toLowerCase()) throw new DomainError('app-not-trusted', { subject: appKey });
}

async function send(ctx: RequestCtx, draft: MessageDraft, { target_type, target_id }: SendBody): Promise<Receipt> {
  if (target_type === 'chatroom') {
    const { chatroom_id } = await getRoom(ctx, numberOf(target_id, 'id of a chat room'));
    return sendToChatroom(ctx, draft, chatroom_id);
  }
  const receipts =
    target_type === 'group'
      ? await sendToGroups(ctx, draft, [(await getGroup(ctx, numberOf(target_id, 'gid of a group'))).group_id])
      : await sendToUsers(ctx, draft, { userIds: [String(target_id)] });
  return receipts[0]!;
}

function numberOf(target: string | number, what: string): number {
  const number = /^\d+$/.test(String(target)) ? Number(target) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new DomainError('parameter-invalid', { field: 'target_id', reason: `must be the ${what}` });
  return number;
}
