import type { rongcloud } from '@diglot/api';
import {
  createChatroom,
  type Destruction,
  destroyChatrooms,
  getChatroom,
  listChatrooms,
  openChatrooms,
  setDestruction,
} from '../domain/chatrooms/rooms.ts';
import { DomainError } from '../domain/errors.ts';
import type { Handlers } from '../http/dialect.ts';
import { readEntryInfo } from './entry-info.ts';
import { dateTime, success } from './present.ts';

/** Of a chatroom's life; longer ones the document refuses. */
const minutes = { least: 60, most: 10_080, usual: 60 };

export const chatroom = {
  createChatroom: async (ctx, { body }) => {
    await createChatroom(ctx, {
      chatroomId: body.chatroomId,
      destruction: destructionOf(body),
      muted: body.isBan ?? false,
      allowlist: body.whiteUserIds,
      attributes: attributesOf(body),
    });
    return success();
  },

  setChatroomDestruction: async (ctx, { body }) => {
    await setDestruction(ctx, body.chatroomId, destructionOf(body));
    return success();
  },

  destroyChatrooms: async (ctx, { body }) => {
    await destroyChatrooms(ctx, body.chatroomId);
    return success();
  },

  getChatroom: async (ctx, { body }) => {
    const room = await getChatroom(ctx, body.chatroomId);
    return success({
      chatroomId: room.chatroom_id,
      createTime: room.created_at,
      memberCount: room.memberCount,
      destroyType: room.destroy_when === 'old' ? 1 : 0,
      destroyTime: room.destroy_minutes ?? 0,
      ban: room.muted_at !== null,
    } as const);
  },

  createNamedChatrooms: async (ctx, { body }) => {
    await openChatrooms(
      ctx,
      Object.entries(body.chatroom).map(([chatroomId, name]) => ({ chatroomId, name })),
    );
    return success();
  },

  listNamedChatrooms: async (ctx, { body }) => {
    const rooms = await listChatrooms(ctx, body.chatroomId);
    return success({
      chatRooms: rooms.map((room) => ({ chrmId: room.chatroom_id, name: room.name, time: dateTime(ctx, room.created_at) })),
    });
  },
} satisfies Partial<Handlers<rongcloud.operations>>;

/** The Go SDK sends 0 for a time that is not set. */
function destructionOf({ destroyType, destroyTime }: { destroyType?: 0 | 1; destroyTime?: number }): Destruction | undefined {
  if (!destroyType && !destroyTime) return undefined;
  if (destroyTime && destroyTime < minutes.least) {
    throw new DomainError('parameter-invalid', { field: 'destroyTime', reason: `must be 0 or ${minutes.least} to ${minutes.most}` });
  }
  return { when: destroyType === 1 ? 'old' : 'idle', minutes: destroyTime || minutes.usual };
}

/** An owner of nothing is no attribute. */
function attributesOf({ entryOwnerId, entryInfo }: { entryOwnerId?: string; entryInfo?: string }) {
  if (entryInfo === undefined) return undefined;
  if (entryOwnerId === undefined) throw new DomainError('parameter-missing', { field: 'entryOwnerId' });
  return { ownerId: entryOwnerId, autoDelete: false, pairs: readEntryInfo(entryInfo) };
}
