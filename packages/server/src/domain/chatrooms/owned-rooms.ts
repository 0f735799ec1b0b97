import type { Ctx } from '../../context.ts';
import { deleteKeepalives } from '../../store/chatroom-keepalives.ts';
import { lockStays } from '../../store/chatroom-members.ts';
import {
  type ChatroomRow,
  deleteRooms,
  findChatroom,
  insertChatroom,
  lockChatroom,
  lockChatroomWhole,
  updateChatroom,
} from '../../store/chatrooms.ts';
import { inApp } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { endless } from '../clock.ts';
import { insertNumbered } from '../numbered.ts';
import { requireRegistered, requireRegisteredIn } from '../users/registered.ts';
import { admit, roomUnknown } from './members.ts';
import { requireMembers } from './membership.ts';
import { at } from './moment.ts';
import { muteUsers, unmuteUsers } from './mutes.ts';

// Rules of the chatrooms that have an owner: members are registered users, who is not there is a failure, and the owner is not removed.
// They hold for the other chatrooms too, when those are changed by these functions. A chatroom that is made here is not destroyed for
// its age or for being idle, and users can be in any number of such.

const maxMembers = 10_000;

export interface OwnedRoomDraft {
  ownerId: string;
  /** Besides the owner. */
  memberIds: string[];
  name: string;
  description?: string | undefined;
}

/** Makes a chatroom whose text id is its number. Fails with `user-unknown`. */
export async function createOwnedRoom(ctx: Ctx, draft: OwnedRoomDraft): Promise<ChatroomRow> {
  const users = inApp(ctx.app.id, [...new Set([draft.ownerId, ...draft.memberIds])]);
  return inTransaction(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx };
    await lockStays(tx, users);
    await requireRegisteredIn(within, users);
    const room = await insertRoom(within, draft);
    await admit(tx, room, { users, now: room.created_at });
    return room;
  });
}

async function insertRoom(ctx: Ctx, { ownerId, name, description }: OwnedRoomDraft): Promise<ChatroomRow> {
  const { appId, now } = at(ctx);
  const row = {
    app_id: appId,
    name,
    description: description ?? null,
    owner_id: ownerId,
    max_members: maxMembers,
    exclusive: false,
    destroy_when: 'idle',
    destroy_minutes: null,
    created_at: now,
    last_active_at: now,
  } as const;
  return insertNumbered(ctx, 'roomId', (number) => insertChatroom(ctx.db, { ...row, room_id: number, chatroom_id: String(number) }));
}

/** Fails with `room-unknown`. */
export async function getRoom(ctx: Ctx, roomId: number): Promise<ChatroomRow> {
  const room = await findChatroom(ctx.db, { ...at(ctx), roomId });
  if (!room) throw roomUnknown({ roomId });
  return room;
}

export interface RoomChange {
  ownerId?: string | undefined;
  name?: string | undefined;
  description?: string | undefined;
}

/** Sets what is given. Fails with `room-unknown`, and for another owner with `user-unknown` or `not-in-room`. */
export async function updateRoom(ctx: Ctx, roomId: number, { ownerId, name, description }: RoomChange): Promise<void> {
  const key = { ...at(ctx), roomId };
  await inTransaction(ctx.db, async (tx) => {
    // Whoever removes the new owner waits.
    if (ownerId !== undefined) await lockStays(tx, inApp(key.appId, [ownerId]));
    const room = await lockChatroom(tx, key);
    if (!room) throw roomUnknown(key);
    if (ownerId !== undefined && ownerId !== room.owner_id) await requireOwner({ ...ctx, db: tx }, roomId, ownerId);
    await updateChatroom(tx, roomId, {
      ...(ownerId !== undefined && { owner_id: ownerId }),
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
    });
  });
}

async function requireOwner(ctx: Ctx, roomId: number, userId: string): Promise<void> {
  await requireRegistered(ctx, [userId]);
  await requireMembers(ctx, roomId, inApp(ctx.app.id, [userId]));
}

/** As destroying does. Fails with `room-unknown`. */
export async function destroyRoom(ctx: Ctx, roomId: number): Promise<void> {
  const key = { ...at(ctx), roomId };
  await inTransaction(ctx.db, async (tx) => {
    const room = await lockChatroomWhole(tx, key);
    if (!room) throw roomUnknown(key);
    await deleteRooms(tx, [roomId]);
    await deleteKeepalives(tx, key.appId, [room.chatroom_id]);
  });
}

/** Mutes a member until it is lifted, or lifts any mute of the member in the chatroom. Fails with `room-unknown`, `user-unknown` or `not-in-room`. */
export async function setMemberMute(ctx: Ctx, roomId: number, { userId, muted }: { userId: string; muted: boolean }): Promise<void> {
  const room = await getRoom(ctx, roomId);
  await requireMembers(ctx, roomId, inApp(ctx.app.id, [userId]));
  if (muted) await muteUsers(ctx, room.chatroom_id, { userIds: [userId], until: endless });
  else await unmuteUsers(ctx, room.chatroom_id, [userId]);
}
