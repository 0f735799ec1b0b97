import type { Ctx } from '../../context.ts';
import {
  type CountedChatroom,
  chatroomsOf,
  countChatrooms,
  findNumberedChatrooms,
  type ListedMember,
  type Page,
  pageOfChatrooms,
  pageOfListedMembers,
} from '../../store/chatroom-lists.ts';
import { countChatroomMembers } from '../../store/chatroom-members.ts';
import { at } from './moment.ts';
import { listLimit } from './mutes.ts';
import { getRoom } from './owned-rooms.ts';

/** What is stored of a chatroom, and how many members it has. */
export type ListedRoom = CountedChatroom;
export type { ListedMember };

/** In order of creation. */
export async function listRooms(ctx: Ctx, page: Page): Promise<{ total: number; rooms: ListedRoom[] }> {
  const moment = at(ctx);
  const [total, rooms] = await Promise.all([countChatrooms(ctx.db, moment), pageOfChatrooms(ctx.db, moment, page)]);
  return { total, rooms };
}

/** Those that exist, in the order asked, each once. */
export async function findRooms(ctx: Ctx, roomIds: number[]): Promise<ListedRoom[]> {
  const found = new Map((await findNumberedChatrooms(ctx.db, at(ctx), roomIds)).map((room) => [room.room_id, room]));
  return [...new Set(roomIds)].flatMap((roomId) => found.get(roomId) ?? []);
}

/** Those of all apps in order of joining; at most 10000. */
export async function listRoomsOf(ctx: Ctx, userId: string): Promise<ListedRoom[]> {
  return chatroomsOf(ctx.db, at(ctx), { userId, limit: listLimit });
}

/** Who joined last comes first; `total` counts all. Fails with `room-unknown`. */
export async function listRoomMembers(ctx: Ctx, roomId: number, page: Page): Promise<{ total: number; members: ListedMember[] }> {
  const room = await getRoom(ctx, roomId);
  const [total, members] = await Promise.all([
    countChatroomMembers(ctx.db, roomId),
    pageOfListedMembers(ctx.db, room, { ...page, now: ctx.clock.now() }),
  ]);
  return { total, members };
}
