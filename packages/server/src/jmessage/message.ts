import type { jmessage } from '@diglot/api';
import type { RequestCtx } from '../context.ts';
import { getRoom } from '../domain/chatrooms/owned-rooms.ts';
import { DomainError } from '../domain/errors.ts';
import { getGroup } from '../domain/groups/owned-groups.ts';
import { requireMedia } from '../domain/media/references.ts';
import type { ScopedTarget } from '../domain/messages/conversation.ts';
import type { MessageDraft } from '../domain/messages/draft.ts';
import { requireParties } from '../domain/messages/parties.ts';
import { retractMessage } from '../domain/messages/retract.ts';
import { sendTo } from '../domain/messages/send.ts';
import { reachApp } from '../domain/trusts/reach.ts';
import type { Handlers } from '../http/dialect.ts';
import { hasStructuredExtras, mediaIdsOf, toStored } from './message-body.ts';

type SendBody = jmessage.operations['sendMessage']['requestBody']['content']['application/json'];

const maxBodyBytes = 4096;

export const message = {
  sendMessage: async (ctx, { body }) => {
    const draft = draftOf(body);
    const app = await reachApp(ctx, body.target_appkey ?? '');
    await requireMedia(ctx, mediaIdsOf({ msg_type: body.msg_type, msg_body: { ...body.msg_body } }));
    await requireParties(ctx, {
      senderId: body.from_id,
      asAdmin: body.from_type === 'admin',
      recipient: body.target_type === 'single' ? { appId: app.id, id: String(body.target_id) } : undefined,
    });
    const receipt = await sendTo(ctx, draft, await targetIn({ ...ctx, app }, body));
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
  const wire = { msg_type: body.msg_type, msg_body: { ...body.msg_body } };
  return {
    senderId: body.from_id,
    ...toStored(wire),
    options: {
      structuredExtras: hasStructuredExtras(wire) || undefined,
      noOffline: body.no_offline || undefined,
      disablePush: body.no_notification || undefined,
      fromName: body.from_name,
      targetName: body.target_name,
      notification: body.notification,
    },
  };
}

/** By its text id, in the app that the context is about. */
async function targetIn(ctx: RequestCtx, { target_type, target_id }: SendBody): Promise<ScopedTarget> {
  const appId = ctx.app.id;
  switch (target_type) {
    case 'single':
      return { appId, kind: 'private', id: String(target_id) };
    case 'group':
      return { appId, kind: 'group', id: (await getGroup(ctx, numberOf(target_id, 'gid of a group'))).group_id };
    case 'chatroom':
      return { appId, kind: 'chatroom', id: (await getRoom(ctx, numberOf(target_id, 'id of a chat room'))).chatroom_id };
  }
}

function numberOf(target: string | number, what: string): number {
  const number = /^\d+$/.test(String(target)) ? Number(target) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new DomainError('parameter-invalid', { field: 'target_id', reason: `must be the ${what}` });
  return number;
}
