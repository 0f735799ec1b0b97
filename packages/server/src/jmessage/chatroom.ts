import type { jmessage } from '@diglot/api';
import type { RequestCtx } from '../context.ts';
import { findRooms, type ListedMember, type ListedRoom, listRoomMembers, listRooms, listRoomsOf } from '../domain/chatrooms/lists.ts';
import { changeRoomMembers } from '../domain/chatrooms/membership.ts';
import { createOwnedRoom, destroyRoom, getRoom, setMemberMute, updateRoom } from '../domain/chatrooms/owned-rooms.ts';
import { DomainError } from '../domain/errors.ts';
import { requireRegistered } from '../domain/users/registered.ts';
import type { Handlers } from '../http/dialect.ts';
import { requireName } from './names.ts';
import { dateTime } from './present.ts';

type Schemas = jmessage.components['schemas'];

export const chatroom = {
  createChatroom: async (ctx, { body: { owner_username: ownerId, members_username: memberIds = [], name, description } }) => {
    const room = await createOwnedRoom(ctx, { ownerId, memberIds, name, description });
    return { chatroom_id: room.room_id };
  },

  listChatrooms: async (ctx, { query: { start = 0, count = 500 } }) => {
    const { total, rooms } = await listRooms(ctx, { offset: start, limit: count });
    return { total, start, count: rooms.length, rooms: rooms.map((room) => presentRoom(ctx, room)) };
  },

  getChatrooms: async (ctx, { body }) => {
    const rooms = await findRooms(ctx, body.map(Number));
    if (rooms.length === 0) throw new DomainError('room-unknown', { subject: String(body[0]) });
    return rooms.map((room) => presentRoom(ctx, room));
  },

  updateChatroom: async (ctx, { path, body: { owner_username: ownerId, name, description } }) => {
    if (ownerId === undefined && name === undefined && description === undefined) {
      throw new DomainError('parameter-missing', { field: 'owner_username, name or description' });
    }
    await requireName(name, () => getRoom(ctx, path.room_id));
    await updateRoom(ctx, path.room_id, { ownerId, name, description });
  },

  deleteChatroom: async (ctx, { path }) => {
    await destroyRoom(ctx, path.room_id);
  },

  silenceChatroomMember: async (ctx, { path, query }) => {
    await setMemberMute(ctx, path.room_id, { userId: path.username, muted: query.status === 1 });
  },

  listChatroomMembers: async (ctx, { path, query: { start = 0, count = 500 } }) => {
    const { total, members } = await listRoomMembers(ctx, path.room_id, { offset: start, limit: count });
    return { total, users: members.map((member) => presentMember(ctx, member)), count: members.length, start };
  },

  addChatroomMembers: async (ctx, { path, body }) => {
    await changeRoomMembers(ctx, path.room_id, [{ add: body, remove: [] }]);
  },

  removeChatroomMembers: async (ctx, { path, body }) => {
    await changeRoomMembers(ctx, path.room_id, [{ add: [], remove: body }]);
  },

  listUserChatrooms: async (ctx, { path }) => {
    await requireRegistered(ctx, [path.username]);
    const rooms = await listRoomsOf(ctx, path.username);
    return rooms.map((room) => presentRoom(ctx, room));
  },
} satisfies Partial<Handlers<jmessage.operations>>;

function presentRoom(ctx: RequestCtx, row: ListedRoom): Schemas['ChatRoom'] {
  return {
    id: row.room_id,
    ...(row.owner_id !== null && { owner_username: row.owner_id }),
    name: row.name,
    description: row.description ?? '',
    appkey: row.app_key,
    ...(row.max_members !== null && { max_member_count: row.max_members }),
    total_member_count: row.member_count,
    ctime: dateTime(ctx, row.created_at),
  };
}

function presentMember(ctx: RequestCtx, row: ListedMember): Schemas['RoomMember'] {
  return {
    username: row.user_id,
    ...(row.app_key !== ctx.app.key && { appkey: row.app_key }),
    flag: row.muted ? 1 : 0,
    room_ctime: dateTime(ctx, row.joined_at),
    ...(row.updated_at !== null && { mtime: dateTime(ctx, row.updated_at) }),
    ...(row.created_at !== null && { ctime: dateTime(ctx, row.created_at) }),
  };
}
