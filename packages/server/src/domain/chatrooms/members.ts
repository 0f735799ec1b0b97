import type { Ctx } from '../../context.ts';
import { deleteAttributesOf, type Stay } from '../../store/chatroom-attributes.ts';
import {
  type ChatroomMember,
  countChatroomMembers,
  deleteChatroomMembers,
  endOldStays,
  findChatroomMembers,
  holdStays,
  insertChatroomMembers,
  lockSize,
  lockStays,
  pageOfChatroomMembers,
} from '../../store/chatroom-members.ts';
import { findRestricted } from '../../store/chatroom-restrictions.ts';
import { type ChatroomKey, type ChatroomRow, findChatroom, holdChatroom, roomIdsOf } from '../../store/chatrooms.ts';
import type { Db } from '../../store/db.ts';
import { DomainError } from '../errors.ts';
import { requireRegistered } from '../users/registered.ts';
import { noteActivity } from './activity.ts';
import { at } from './moment.ts';

/** The chatroom by its RongCloud id, or by its JMessage number. */
export type ChatroomId = { chatroomId: string } | { roomId: number };

export type Joining = ChatroomId & {
  userIds: string[];
  /** An id that was never registered is a failure. */
  registeredOnly?: boolean;
};

/**
 * All users join, or none; who is a member keeps the place. Joining an exclusive chatroom, a user leaves those of the oldest stays
 * where there would be more than the app's `chatroomsPerUser`.
 * Fails with `room-unknown`, `room-blocked` or `room-full`, and with `user-unknown` where registered users are asked for.
 */
export async function joinChatroom(ctx: Ctx, { userIds, registeredOnly, ...key }: Joining): Promise<void> {
  const { appId, now } = at(ctx);
  const touched = await ctx.db.transaction().execute(async (tx) => {
    await lockStays(tx, appId, userIds);
    const held = await holdStays(tx, { appId, now, ...key }, userIds);
    const room = held.find((one) => ('roomId' in key ? one.room_id === key.roomId : one.chatroom_id === key.chatroomId));
    if (!room) throw roomUnknown(key);
    if (registeredOnly) await requireRegistered({ ...ctx, db: tx }, userIds);
    await admit(tx, room, { userIds, now });
    if (!room.exclusive) return [room.room_id];
    const exclusive = held.filter((one) => one.exclusive);
    const stays = { roomIds: roomIdsOf(exclusive), roomId: room.room_id, keep: ctx.app.settings.chatroomsPerUser };
    return [room.room_id, ...(await clearUp(tx, await endOldStays(tx, userIds, stays)))];
  });
  await noteActivity(ctx, touched, now);
}

/** Inside a transaction that has the users' stays locked and the chatroom held. Fails with `room-blocked` or `room-full`. */
export async function admit(tx: Db, room: ChatroomRow, { userIds, now }: { userIds: string[]; now: number }): Promise<void> {
  await requireUnblocked(tx, room, { userIds, now });
  const limit = room.max_members;
  if (limit !== null) await lockSize(tx, room.room_id);
  await insertChatroomMembers(tx, { appId: room.app_id, now, roomId: room.room_id }, userIds);
  if (limit !== null && (await countChatroomMembers(tx, room.room_id)) > limit) {
    throw new DomainError('room-full', { field: 'chatroomId', reason: `has room for ${limit} members` });
  }
}

async function requireUnblocked(tx: Db, room: ChatroomRow, { userIds, now }: { userIds: string[]; now: number }): Promise<void> {
  const list = { appId: room.app_id, kind: 'block', chatroomId: room.chatroom_id } as const;
  const [blocked] = await findRestricted(tx, list, { userIds, now });
  if (blocked !== undefined) throw new DomainError('room-blocked', { field: 'userId', subject: blocked, reason: 'is blocked' });
}

/** Those who are no members, and an unknown chatroom, are no failure. */
export async function leaveChatroom(ctx: Ctx, { userIds, ...key }: ChatroomId & { userIds: string[] }): Promise<void> {
  const moment = at(ctx);
  const left = await ctx.db.transaction().execute(async (tx) => {
    await lockStays(tx, ctx.app.id, userIds);
    return removeMembers(tx, { ...moment, ...key }, userIds);
  });
  await noteActivity(ctx, left, moment.now);
}

/** Inside a transaction that has the users' stays locked. Returns the chatroom if somebody left it. */
export async function removeMembers(tx: Db, key: ChatroomKey, userIds: string[]): Promise<number[]> {
  const room = await holdChatroom(tx, key);
  if (!room) return [];
  return clearUp(tx, await deleteChatroomMembers(tx, room.room_id, userIds));
}

/** What goes with those who left goes. Returns the chatrooms, each once. */
export async function clearUp(tx: Db, ended: Stay[]): Promise<number[]> {
  await deleteAttributesOf(tx, ended);
  return [...new Set(roomIdsOf(ended))];
}

export function roomUnknown(id: ChatroomId): DomainError {
  return new DomainError('room-unknown', { subject: String('roomId' in id ? id.roomId : id.chatroomId) });
}

/** The first, or the last, who joined; none for an unknown chatroom. `total` counts all. */
export async function listMembers(
  ctx: Ctx,
  chatroomId: string,
  page: { newestFirst: boolean; limit: number },
): Promise<{ total: number; members: ChatroomMember[] }> {
  const room = await findChatroom(ctx.db, { ...at(ctx), chatroomId });
  if (!room) return { total: 0, members: [] };
  const [total, members] = await Promise.all([
    countChatroomMembers(ctx.db, room.room_id),
    pageOfChatroomMembers(ctx.db, room.room_id, page),
  ]);
  return { total, members };
}

/** Of the users, those who are in the chatroom. */
export async function findMembers(ctx: Ctx, chatroomId: string, userIds: string[]): Promise<Set<string>> {
  const room = await findChatroom(ctx.db, { ...at(ctx), chatroomId });
  return room ? findChatroomMembers(ctx.db, room.room_id, userIds) : new Set();
}
