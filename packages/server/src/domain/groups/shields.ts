import type { Ctx } from '../../context.ts';
import { findMemberships } from '../../store/group-members.ts';
import { deleteShields, insertShields } from '../../store/group-shields.ts';
import { findGroups } from '../../store/groups.ts';
import { inApp } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError, type ErrorCode } from '../errors.ts';
import { requireRegistered } from '../users/registered.ts';

/**
 * Stops, and lets in again, all messages of groups of the app for one member. A shield outlives the membership. Fails with `user-unknown`,
 * `shield-group-unknown`, `not-in-group`, `shield-exists` or `shield-unknown`, changing nothing.
 */
export async function changeShields(ctx: Ctx, userId: string, { add, remove }: { add: number[]; remove: number[] }): Promise<void> {
  const user = { appId: ctx.app.id, userId };
  await inTransaction(ctx.db, async (tx) => {
    await requireRegistered({ ...ctx, db: tx }, [userId]);
    const groups = new Map((await findGroups(tx, inApp(ctx.app.id, [...add, ...remove]))).map((group) => [group.gid, group.group_id]));
    requireEach([...add, ...remove], groups, 'shield-group-unknown');
    requireEach(add, await findMemberships(tx, add, { appId: ctx.app.id, id: userId }), 'not-in-group');
    const textIds = (gids: number[]) => gids.map((gid) => groups.get(gid)!);
    requireEach(textIds(add), await insertShields(tx, user, textIds(add)), 'shield-exists');
    requireEach(textIds(remove), await deleteShields(tx, user, textIds(remove)), 'shield-unknown');
  });
}

function requireEach<Id>(ids: Id[], done: { has(id: Id): boolean }, otherwise: ErrorCode): void {
  const missed = ids.find((id) => !done.has(id));
  if (missed !== undefined) throw new DomainError(otherwise, { field: 'gid', subject: String(missed) });
}
