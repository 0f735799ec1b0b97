import type { Ctx } from '../../context.ts';
import { deleteKeepalives } from '../../store/chatroom-keepalives.ts';
import { countChatroomMembers } from '../../store/chatroom-members.ts';
import {
  type ChatroomRow,
  deleteRooms,
  findChatroom,
  findChatrooms,
  insertMissingChatrooms,
  type LockedChatroom,
  lockChatroom,
  lockChatrooms,
  renameChatrooms,
  roomIdsOf,
  updateChatroom,
} from '../../store/chatrooms.ts';
import type { Db } from '../../store/db.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { requireService } from '../service-switch.ts';
import { replaceAllowlist } from './allowlist.ts';
import { type AttributeSet, setAttributes } from './attributes.ts';
import { deleteDue, lockOrExpect } from './expected.ts';
import { at } from './moment.ts';

/** What is stored of a chatroom. */
export type Chatroom = ChatroomRow;

/** So many minutes after the last join, leave or message, or after the creation. */
export interface Destruction {
  when: 'idle' | 'old';
  minutes: number;
}

/** Of a chatroom that is made without saying so. */
const usual: Destruction = { when: 'idle', minutes: 60 };

export interface ChatroomDraft {
  chatroomId: string;
  /** Undefined leaves that of an expected chatroom; of any other it is the usual one. */
  destruction?: Destruction | undefined;
  /** False leaves an expected chatroom as it is. */
  muted: boolean;
  /** Undefined leaves the list of a chatroom that exists. */
  allowlist?: string[] | undefined;
  attributes?: AttributeSet | undefined;
}

/**
 * Makes the chatroom, or gives the settings to the one that exists; its members stay. Fails with `service-off` when attributes are
 * given and the service is off, and with `attributes-full` when there would be too many.
 */
export async function createChatroom(ctx: Ctx, { chatroomId, destruction, muted, allowlist, attributes }: ChatroomDraft): Promise<void> {
  if (attributes) requireService(ctx, 'chatroomAttributes');
  const moment = at(ctx);
  await inTransaction(ctx.db, async (tx) => {
    const there = await openMissing(tx, { ...moment, idleMinutes: usual.minutes }, [{ chatroomId, name: '' }]);
    const room = await lockChatroom(tx, { ...moment, chatroomId });
    // Destroyed at this very moment: that happened after the creation.
    if (!room) return;
    const roomId = room.room_id;
    // A new one has the usual settings, an expected one its own.
    const reset = there.length > 0 ? { ...columnsOf(usual), muted_at: null } : {};
    await updateChatroom(tx, roomId, { ...reset, ...(destruction && columnsOf(destruction)), ...(muted && { muted_at: moment.now }) });
    if (allowlist) await replaceAllowlist(tx, roomId, allowlist);
    if (attributes) await setAttributes(tx, { roomId, at: moment.now }, attributes);
  });
}

/** Makes those chatrooms that do not exist, with the app's idle time; the others get the name. */
export async function openChatrooms(ctx: Ctx, rooms: { chatroomId: string; name: string }[]): Promise<void> {
  const names = new Map(rooms.map(({ chatroomId, name }) => [chatroomId, name]));
  await inTransaction(ctx.db, async (tx) => {
    const there = await openMissing(tx, { ...at(ctx), idleMinutes: ctx.app.settings.chatroomIdleMinutes }, rooms);
    await renameChatrooms(
      tx,
      there.map(({ room_id, chatroom_id }) => ({ roomId: room_id, name: names.get(chatroom_id)! })),
    );
  });
}

interface Opening {
  appId: number;
  now: number;
  /** Of those that nothing else was set for. */
  idleMinutes: number;
}

/** Returns those that were there. */
async function openMissing(tx: Db, opening: Opening, rooms: { chatroomId: string; name: string }[]): Promise<LockedChatroom[]> {
  const chatroomIds = rooms.map(({ chatroomId }) => chatroomId);
  const locked = await lockChatrooms(tx, opening, chatroomIds);
  await deleteDue(tx, locked);
  await insertMissingChatrooms(tx, opening, rooms);
  return locked.filter(({ alive }) => alive);
}

/** The chatroom need not be there yet: its time begins when it comes. */
export async function setDestruction(ctx: Ctx, chatroomId: string, destruction: Destruction | undefined): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await updateChatroom(tx, await lockOrExpect(ctx, tx, chatroomId), columnsOf(destruction ?? usual));
  });
}

function columnsOf({ when, minutes }: Destruction) {
  return { destroy_when: when, destroy_minutes: minutes };
}

/** Ends the chatrooms and all that belongs to them; mutes and blocks of single users stay under the id. Unknown ids are no failure. */
export async function destroyChatrooms(ctx: Ctx, chatroomIds: string[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const locked = await lockChatrooms(tx, at(ctx), chatroomIds);
    await deleteRooms(tx, roomIdsOf(locked));
    await deleteKeepalives(tx, ctx.app.id, chatroomIds);
  });
}

/** Fails with `room-unknown`. */
export async function getChatroom(ctx: Ctx, chatroomId: string): Promise<Chatroom & { memberCount: number }> {
  const room = await findChatroom(ctx.db, { ...at(ctx), chatroomId });
  if (!room) throw new DomainError('room-unknown', { subject: chatroomId });
  return { ...room, memberCount: await countChatroomMembers(ctx.db, room.room_id) };
}

/** Those that exist, in the order asked. */
export async function listChatrooms(ctx: Ctx, chatroomIds: string[]): Promise<Chatroom[]> {
  const found = new Map((await findChatrooms(ctx.db, at(ctx), chatroomIds)).map((room) => [room.chatroom_id, room]));
  return [...new Set(chatroomIds)].flatMap((chatroomId) => found.get(chatroomId) ?? []);
}
