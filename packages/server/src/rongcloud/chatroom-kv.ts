import type { rongcloud } from '@diglot/api';
import type { Ctx } from '../context.ts';
import { listChatroomAttributes, removeChatroomAttributes, setChatroomAttributes } from '../domain/chatrooms/attributes.ts';
import { DomainError } from '../domain/errors.ts';
import type { MessageDraft } from '../domain/messages/draft.ts';
import { sendToChatroom } from '../domain/messages/send.ts';
import type { Handlers } from '../http/dialect.ts';
import { readEntryInfo, readEntryKeys } from './entry-info.ts';
import { success } from './present.ts';

export const chatroomKv = {
  setChatroomAttribute: async (ctx, { body }) => {
    const notice = readNotice(body);
    const { chatroomId, userId, key, value, autoDelete = false } = body;
    await setChatroomAttributes(ctx, chatroomId, { ownerId: userId, autoDelete, pairs: { [key]: value } });
    await sendNotice(ctx, chatroomId, notice);
    return success();
  },

  batchSetChatroomAttributes: async (ctx, { body }) => {
    const { chatroomId, entryOwnerId, entryInfo, autoDelete = false } = body;
    await setChatroomAttributes(ctx, chatroomId, { ownerId: entryOwnerId, autoDelete, pairs: readEntryInfo(entryInfo) });
    return success();
  },

  removeChatroomAttribute: async (ctx, { body }) => {
    const notice = readNotice(body);
    await removeChatroomAttributes(ctx, body.chatroomId, [body.key]);
    await sendNotice(ctx, body.chatroomId, notice);
    return success();
  },

  batchRemoveChatroomAttributes: async (ctx, { body }) => {
    await removeChatroomAttributes(ctx, body.chatroomId, readEntryKeys(body.entryKeys));
    return success();
  },

  listChatroomAttributes: async (ctx, { body }) => {
    // An empty list can come in JSON only, where SDKs send it for what is not set.
    const keys = body.keys?.length ? body.keys : undefined;
    const attributes = await listChatroomAttributes(ctx, body.chatroomId, keys);
    return success({
      keys: attributes.map(({ key, value, owner_id, auto_delete, set_at }) => {
        return { key, value, userId: owner_id, autoDelete: auto_delete ? '1' : '0', lastSetTime: String(set_at) } as const;
      }),
    });
  },
} satisfies Partial<Handlers<rongcloud.operations>>;

interface NoticeFields {
  userId: string;
  objectName?: string;
  content?: string;
}

/** The message that tells the chatroom of the change; undefined when there is none. Fails with `parameter-missing`. */
function readNotice({ userId, objectName, content }: NoticeFields): MessageDraft | undefined {
  if (objectName === undefined) return undefined;
  if (content === undefined) throw new DomainError('parameter-missing', { field: 'content' });
  return { senderId: userId, objectName, content, options: { unpersisted: true, uncounted: true } };
}

async function sendNotice(ctx: Ctx, chatroomId: string, notice: MessageDraft | undefined): Promise<void> {
  if (notice) await sendToChatroom(ctx, notice, chatroomId);
}
