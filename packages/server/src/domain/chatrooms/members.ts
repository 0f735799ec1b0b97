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
import { inApp, type ScopedId } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { requireRegisteredIn } from '../users/registered.ts';
import { noteActivity } from './activity.ts';
import { at } from './moment.ts';

/** The chatroom by its RongCloud id, or by its JMessage number. */
export type ChatroomId = { chatroomId: string } | { roomId: number };

export type Joining = ChatroomId & { userIds: string[] };

/**
 * All users join, or none; who is a member keeps the place. Joining an exclusive chatroom, a user leaves those of the oldest stays
 * where there would be more than the app's `chatroomsPerUser`.
 * Fails with `room-unknown`, `room-blocked` or `room-full`.
 */
export async function joinChatroom(ctx: Ctx, { userIds, ...key }: Joining): Promise<void> {
  const moment = at(ctx);
  const users = inApp(ctx.app.id, userIds);
  const touched = await inTransaction(ctx.db, async (tx) => {
    await lockStays(tx, users);
    return enter({ ...ctx, db: tx }, { ...moment, ...key }, { users });
  });
  await noteActivity(ctx, touched, moment.now);
}

interface Entering {
  /** Of any apps. */
  users: ScopedId[];
  /** Who was never registered is a failure, `user-unknown`. */
  registeredOnly?: boolean;
}

/**
 * The same for users of any apps, inside a transaction that has their stays locked; stays in chatrooms of other apps do not count.
 * Returns the chatrooms that somebody joined or left.
 */
export async function enter(ctx: Ctx, key: ChatroomKey, { users, registeredOnly }: Entering): Promise<number[]> {
  const held = await holdStays(ctx.db, key, users);
  const room = held.find((one) => ('roomId' in key ? one.room_id === key.roomId : one.chatroom_id === key.chatroomId));
  if (!room) throw roomUnknown(key);
  if (registeredOnly) await requireRegisteredIn(ctx, users);
  await admit(ctx.db, room, { users, now: key.now });
  if (!room.exclusive) return [room.room_id];
  const exclusive = held.filter((one) => one.exclusive);
  const stays = { roomIds: roomIdsOf(exclusive), roomId: room.room_id, keep: ctx.app.settings.chatroomsPerUser };
  return [room.room_id, ...(await clearUp(ctx.db, await endOldStays(ctx.db, users, stays)))];
}

/** Inside a transaction that has the users' stays locked and the chatroom held. Fails with `room-blocked` or `room-full`. */
export async function admit(tx: Db, room: ChatroomRow, { users, now }: { users: ScopedId[]; now: number }): Promise<void> {
  await requireUnblocked(tx, room, { users, now });
  const limit = room.max_members;
  if (limit !== null) await lockSize(tx, room.room_id);
  await insertChatroomMembers(tx, { now, roomId: room.room_id }, users);
  if (limit !== null && (await countChatroomMembers(tx, room.room_id)) > limit) {
    throw new DomainError('room-full', { field: 'chatroomId', reason: `has room for ${limit} members` });
  }
}

/** A block names a user of the chatroom's app. */
async function requireUnblocked(tx: Db, room: ChatroomRow, { users, now }: { users: ScopedId[]; now: number }): Promise<void> {
  const userIds = users.filter(({ appId }) => appId === room.app_id).map(({ id }) => id);
  if (userIds.length === 0) return;
  const list = { appId: room.app_id, kind: 'block', chatroomId: room.chatroom_id } as const;
  const [blocked] = await findRestricted(tx, list, { userIds, now });
  if (blocked !== undefined) throw new DomainError('room-blocked', { field: 'userId', subject: blocked, reason: 'is blocked' });
}

/** Those who are no members, and an unknown chatroom, are no failure. */
export async function leaveChatroom(ctx: Ctx, { userIds, ...key }: Joining): Promise<void> {
  const moment = at(ctx);
  const users = inApp(ctx.app.id, userIds);
  const left = await inTransaction(ctx.db, async (tx) => {
    await lockStays(tx, users);
    return removeMembers(tx, { ...moment, ...key }, users);
  });
  await noteActivity(ctx, left, moment.now);
}

/** Inside a transaction that has the users' stays locked. Returns the chatroom if somebody left it. */
export async function removeMembers(tx: Db, key: ChatroomKey, users: ScopedId[]): Promise<number[]> {
  const room = await holdChatroom(tx, key);
  if (!room) return [];
  return clearUp(tx, await deleteChatroomMembers(tx, room.room_id, users));
}

/** What goes with those who left goes. Returns the chatrooms, each once. */
export async function clearUp(tx: Db, ended: Stay[]): Promise<number[]> {
  await deleteAttributesOf(tx, ended);
  return [...new Set(roomIdsOf(ended))];
}

export function roomUnknown(id: ChatroomId): DomainError {
  return new DomainError('room-unknown', { subject: String('roomId' in id ? id.roomId : id.chatroomId) });
}

/** The first, or the last, of the app who joined; none for an unknown chatroom. `total` counts all, of other apps too. */
export async function listMembers(
  ctx: Ctx,
  chatroomId: string,
  page: { newestFirst: boolean; limit: number },
): Promise<{ total: number; members: ChatroomMember[] }> {
  const room = await findChatroom(ctx.db, { ...at(ctx), chatroomId });
  if (!room) return { total: 0, members: [] };
  return { total: await countChatroomMembers(ctx.db, room.room_id), members: await pageOfChatroomMembers(ctx.db, room, page) };
}

/** Of the users of the app, those who are in the chatroom. */
export async function findMembers(ctx: Ctx, chatroomId: string, userIds: string[]): Promise<Set<string>> {
  const room = await findChatroom(ctx.db, { ...at(ctx), chatroomId });
  if (!room) return new Set();
  const members = await findChatroomMembers(ctx.db, room.room_id, inApp(ctx.app.id, userIds));
  return new Set(members.values().map(({ id }) => id));
}
