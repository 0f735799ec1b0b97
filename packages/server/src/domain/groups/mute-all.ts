import type { Ctx } from '../../context.ts';
import { deleteMutedGroups, findMutedGroups, insertMutedGroups, pageOfMutedGroups } from '../../store/muted-groups.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { Page } from './lists.ts';

/** No member's client can send, except those on the allowlist, until it ends. The groups need not exist. */
export async function muteAll(ctx: Ctx, groupIds: string[]): Promise<void> {
  await insertMutedGroups(ctx.db, ctx.app.id, groupIds);
}

/** Groups that are not muted are no failure. */
export async function unmuteAll(ctx: Ctx, groupIds: string[]): Promise<void> {
  await inTransaction(ctx.db, (tx) => deleteMutedGroups(tx, ctx.app.id, groupIds));
}

/** Of the groups, those whose members are all muted. */
export async function findMutedForAll(ctx: Ctx, groupIds: string[]): Promise<Set<string>> {
  return findMutedGroups(ctx.db, ctx.app.id, groupIds);
}

/** In the order of muting. */
export async function listMutedForAll(ctx: Ctx, page: Page): Promise<string[]> {
  return pageOfMutedGroups(ctx.db, ctx.app.id, page);
}
