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
import { at } from './moment.ts';

/** What is stored of a chatroom. */
export type Chatroom = ChatroomRow;

/** So many minutes after the last join, leave or message, or after the creation. */
export interface Destruction {
  when: 'idle' | 'old';
  minutes: number;
}

export interface ChatroomDraft {
  chatroomId: string;
  destruction: Destruction;
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
    await openMissing(ctx, tx, [{ chatroomId, name: '' }]);
    const settings = { ...columnsOf(destruction), muted_at: muted ? moment.now : null };
    const roomId = await updateChatroom(tx, { ...moment, chatroomId }, settings);
    // Destroyed at this very moment: that happened after the creation.
    if (roomId === undefined) return;
    if (allowlist) await replaceAllowlist(tx, roomId, allowlist);
    if (attributes) await setAttributes(tx, { roomId, at: moment.now }, attributes);
  });
}

/** Makes those chatrooms that do not exist, with the app's idle time; the others get the name. */
export async function openChatrooms(ctx: Ctx, rooms: { chatroomId: string; name: string }[]): Promise<void> {
  const names = new Map(rooms.map(({ chatroomId, name }) => [chatroomId, name]));
  await inTransaction(ctx.db, async (tx) => {
    const there = await openMissing(ctx, tx, rooms);
    await renameChatrooms(
      tx,
      there.map(({ room_id, chatroom_id }) => ({ roomId: room_id, name: names.get(chatroom_id)! })),
    );
  });
}

/** Returns those that were there. */
async function openMissing(ctx: Ctx, tx: Db, rooms: { chatroomId: string; name: string }[]): Promise<LockedChatroom[]> {
  const moment = at(ctx);
  const chatroomIds = rooms.map(({ chatroomId }) => chatroomId);
  const locked = await lockChatrooms(tx, moment, chatroomIds);
  await deleteDue(tx, locked);
  await insertMissingChatrooms(tx, { ...moment, idleMinutes: ctx.app.settings.chatroomIdleMinutes }, rooms);
  return locked.filter(({ alive }) => alive);
}

/** Those whose time is over make place for others of their ids. */
export async function deleteDue(tx: Db, locked: LockedChatroom[]): Promise<void> {
  const due = locked.filter(({ alive }) => !alive);
  await deleteRooms(tx, roomIdsOf(due));
}

/** Fails with `room-unknown`. */
export async function setDestruction(ctx: Ctx, chatroomId: string, destruction: Destruction): Promise<void> {
  const roomId = await updateChatroom(ctx.db, { ...at(ctx), chatroomId }, columnsOf(destruction));
  if (roomId === undefined) throw new DomainError('room-unknown', { subject: chatroomId });
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
