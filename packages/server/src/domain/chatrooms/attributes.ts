import type { Ctx } from '../../context.ts';
import { type AttributeRow, countAttributes, deleteAttributes, listAttributes, upsertAttributes } from '../../store/chatroom-attributes.ts';
import { findChatroom, lockChatroom } from '../../store/chatrooms.ts';
import type { Db } from '../../store/db.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { requireService } from '../service-switch.ts';
import { at } from './moment.ts';

const maxAttributes = 100;

/** What is stored of an attribute. */
export type Attribute = AttributeRow;

export interface AttributeSet {
  ownerId: string;
  /** They go when the owner leaves the chatroom. */
  autoDelete: boolean;
  pairs: Record<string, string>;
}

/** Sets all of the pairs, or none, whoever owned them. Fails with `service-off`, `room-unknown`, and beyond 100 with `attributes-full`. */
export async function setChatroomAttributes(ctx: Ctx, chatroomId: string, set: AttributeSet): Promise<void> {
  await withRoom(ctx, chatroomId, (tx, roomId) => setAttributes(tx, { roomId, at: ctx.clock.now() }, set));
}

/** Whoever owns them; those that are not there are no failure. Fails with `service-off` or `room-unknown`. */
export async function removeChatroomAttributes(ctx: Ctx, chatroomId: string, keys: string[]): Promise<void> {
  await withRoom(ctx, chatroomId, (tx, roomId) => deleteAttributes(tx, roomId, keys));
}

/** In the order of their keys, all of them or those asked; none for an unknown chatroom. Fails with `service-off`. */
export async function listChatroomAttributes(ctx: Ctx, chatroomId: string, keys: string[] | undefined): Promise<Attribute[]> {
  requireService(ctx, 'chatroomAttributes');
  const room = await findChatroom(ctx.db, { ...at(ctx), chatroomId });
  return room ? listAttributes(ctx.db, room.room_id, keys) : [];
}

async function withRoom(ctx: Ctx, chatroomId: string, change: (tx: Db, roomId: number) => Promise<void>): Promise<void> {
  requireService(ctx, 'chatroomAttributes');
  await inTransaction(ctx.db, async (tx) => {
    const room = await lockChatroom(tx, { ...at(ctx), chatroomId });
    if (!room) throw new DomainError('room-unknown', { subject: chatroomId });
    await change(tx, room.room_id);
  });
}

/** Inside a transaction that has the chatroom locked. Fails with `attributes-full` when the chatroom would have more than 100. */
export async function setAttributes(tx: Db, room: { roomId: number; at: number }, { pairs, ...set }: AttributeSet): Promise<void> {
  await upsertAttributes(tx, { ...room, ...set }, pairs);
  if ((await countAttributes(tx, room.roomId)) > maxAttributes) {
    throw new DomainError('attributes-full', { reason: `A chatroom has at most ${maxAttributes} attributes` });
  }
}
