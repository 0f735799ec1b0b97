import { countAttributes, upsertAttributes } from '../../store/chatroom-attributes.ts';
import type { Db } from '../../store/db.ts';
import { DomainError } from '../errors.ts';

const maxAttributes = 100;

export interface AttributeSet {
  ownerId: string;
  pairs: Record<string, string>;
}

/** Inside a transaction that has the chatroom locked. Fails with `parameter-invalid` when the chatroom would have more than 100. */
export async function setAttributes(tx: Db, room: { roomId: number; at: number }, { ownerId, pairs }: AttributeSet): Promise<void> {
  await upsertAttributes(tx, { ...room, ownerId }, pairs);
  if ((await countAttributes(tx, room.roomId)) > maxAttributes) {
    throw new DomainError('parameter-invalid', {
      field: 'entryInfo',
      reason: `would give the chatroom more than ${maxAttributes} attributes`,
    });
  }
}
