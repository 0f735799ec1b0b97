import type { Ctx } from '../../context.ts';
import {
  deleteMessageTypes,
  insertMessageTypes,
  listMessageTypes,
  lockMessageTypes,
  type MessageTypeList,
} from '../../store/chatroom-message-types.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { requireService } from '../service-switch.ts';

/** What a chatroom with too many messages drops first, or last. Both lists are of the app and hold in all its chatrooms. */
export type MessageTypeKind = MessageTypeList['kind'];

/** Of each list. */
const maxTypes = 20;

const services = { 'low-priority': 'chatroomMessagePriority', protected: 'chatroomWhitelist' } as const;

/** All of the types, or none. Fails with `service-off`, and beyond 20 with `parameter-invalid`. */
export async function addMessageTypes(ctx: Ctx, kind: MessageTypeKind, objectNames: string[]): Promise<void> {
  const list = listOf(ctx, kind);
  await inTransaction(ctx.db, async (tx) => {
    await lockMessageTypes(tx, ctx.app.id);
    await insertMessageTypes(tx, list, objectNames);
    if ((await listMessageTypes(tx, list)).length > maxTypes) {
      throw new DomainError('parameter-invalid', { reason: `The list has at most ${maxTypes} message types` });
    }
  });
}

/** Those that are not on the list are no failure. Fails with `service-off`. */
export async function removeMessageTypes(ctx: Ctx, kind: MessageTypeKind, objectNames: string[]): Promise<void> {
  const list = listOf(ctx, kind);
  await inTransaction(ctx.db, async (tx) => {
    await lockMessageTypes(tx, ctx.app.id);
    await deleteMessageTypes(tx, list, objectNames);
  });
}

/** In order of addition. Fails with `service-off`. */
export async function messageTypes(ctx: Ctx, kind: MessageTypeKind): Promise<string[]> {
  return listMessageTypes(ctx.db, listOf(ctx, kind));
}

function listOf(ctx: Ctx, kind: MessageTypeKind): MessageTypeList {
  requireService(ctx, services[kind]);
  return { appId: ctx.app.id, kind };
}
