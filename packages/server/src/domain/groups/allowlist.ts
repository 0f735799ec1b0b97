import type { Ctx } from '../../context.ts';
import { deleteGroupAllowed, insertGroupAllowed, listGroupAllowed } from '../../store/group-allowlists.ts';
import { inTransaction } from '../../store/transaction.ts';
import { listLimit } from './mutes.ts';

/** The users may send although all members are muted, unless they are muted themselves. Neither group nor users need to exist. */
export async function allowUsers(ctx: Ctx, groupId: string, userIds: string[]): Promise<void> {
  await inTransaction(ctx.db, (tx) => insertGroupAllowed(tx, { appId: ctx.app.id, groupId }, userIds));
}

/** Those who are not on the list are no failure. */
export async function disallowUsers(ctx: Ctx, groupId: string, userIds: string[]): Promise<void> {
  await inTransaction(ctx.db, (tx) => deleteGroupAllowed(tx, { appId: ctx.app.id, groupId }, userIds));
}

/** In the order of addition; at most 10000. */
export async function listAllowedUsers(ctx: Ctx, groupId: string): Promise<string[]> {
  return listGroupAllowed(ctx.db, { appId: ctx.app.id, groupId }, listLimit);
}
