import type { Ctx } from '../../context.ts';
import { type AttributeRow, countAttributes, deleteAttributes, listAttributes, upsertAttributes } from '../../store/chatroom-attributes.ts';
import type { Db } from '../../store/db.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { requireService } from '../service-switch.ts';
import { findKept, lockKept, lockOrExpect } from './expected.ts';

const maxAttributes = 100;

/** What is stored of an attribute. */
export type Attribute = AttributeRow;

export interface AttributeSet {
  ownerId: string;
  /** They go when the owner leaves the chatroom. */
  autoDelete: boolean;
  pairs: Record<string, string>;
}

/** Sets all of the pairs, or none, whoever owned them. Fails with `service-off`, and beyond 100 with `attributes-full`. */
export async function setChatroomAttributes(ctx: Ctx, chatroomId: string, set: AttributeSet): Promise<void> {
  requireService(ctx, 'chatroomAttributes');
  await inTransaction(ctx.db, async (tx) => {
    const roomId = await lockOrExpect(ctx, tx, chatroomId);
    await setAttributes(tx, { roomId, at: ctx.clock.now() }, set);
  });
}

/** Whoever owns them; those that are not there, and an unknown chatroom, are no failure. Fails with `service-off`. */
export async function removeChatroomAttributes(ctx: Ctx, chatroomId: string, keys: string[]): Promise<void> {
  requireService(ctx, 'chatroomAttributes');
  await inTransaction(ctx.db, async (tx) => {
    const room = await lockKept(ctx, tx, chatroomId);
    if (room) await deleteAttributes(tx, room.room_id, keys);
  });
}

/** In the order of their keys, all of them or those asked; none for an unknown chatroom. Fails with `service-off`. */
export async function listChatroomAttributes(ctx: Ctx, chatroomId: string, keys: string[] | undefined): Promise<Attribute[]> {
  requireService(ctx, 'chatroomAttributes');
  const room = await findKept(ctx, chatroomId);
  return room ? listAttributes(ctx.db, room.room_id, keys) : [];
}

/** Inside a transaction that has the chatroom locked. Fails with `attributes-full` when the chatroom would have more than 100. */
export async function setAttributes(tx: Db, room: { roomId: number; at: number }, { pairs, ...set }: AttributeSet): Promise<void> {
  await upsertAttributes(tx, { ...room, ...set }, pairs);
  if ((await countAttributes(tx, room.roomId)) > maxAttributes) {
    throw new DomainError('attributes-full', { reason: `A chatroom has at most ${maxAttributes} attributes` });
  }
}
