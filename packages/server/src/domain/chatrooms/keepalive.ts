import type { Ctx } from '../../context.ts';
import { deleteKeepalives, insertKeepalive, listKeepalives, lockKeepalives } from '../../store/chatroom-keepalives.ts';
import { lockChatrooms } from '../../store/chatrooms.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { requireService } from '../service-switch.ts';
import { deleteDue } from './expected.ts';
import { at } from './moment.ts';

/** Of an app. */
const maxKeptAlive = 5;

/** The end of its time does not destroy the chatroom. Any id is accepted. Fails with `service-off` or `keepalive-full`. */
export async function keepAlive(ctx: Ctx, chatroomId: string): Promise<void> {
  requireService(ctx, 'chatroomKeepalive');
  await inTransaction(ctx.db, async (tx) => {
    await lockKeepalives(tx, ctx.app.id);
    // A chatroom whose time is over already does not come back.
    await deleteDue(tx, await lockChatrooms(tx, at(ctx), [chatroomId]));
    await insertKeepalive(tx, ctx.app.id, chatroomId);
    if ((await listKeepalives(tx, ctx.app.id)).length > maxKeptAlive) {
      throw new DomainError('keepalive-full', { reason: `At most ${maxKeptAlive} chatrooms are kept alive` });
    }
  });
}

/** The chatroom's own time counts again, also what passed meanwhile. Fails with `service-off` or `keepalive-unknown`. */
export async function endKeepalive(ctx: Ctx, chatroomId: string): Promise<void> {
  requireService(ctx, 'chatroomKeepalive');
  const ended = await deleteKeepalives(ctx.db, ctx.app.id, [chatroomId]);
  if (ended === 0) throw new DomainError('keepalive-unknown', { subject: chatroomId });
}

/** In order of addition. Fails with `service-off`. */
export async function listKeptAlive(ctx: Ctx): Promise<string[]> {
  requireService(ctx, 'chatroomKeepalive');
  return listKeepalives(ctx.db, ctx.app.id);
}
