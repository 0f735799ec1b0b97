import type { Ctx } from '../../context.ts';
import { inTransaction } from '../../store/transaction.ts';
import * as store from '../../store/user-remarks.ts';

/** Adds the remarks or changes those there are; of a target that comes twice the last one holds. Nobody needs a registration. */
export async function setUserRemarks(ctx: Ctx, userId: string, remarks: store.UserRemark[]): Promise<void> {
  const byTarget = new Map(remarks.map((entry) => [entry.targetId, entry]));
  await inTransaction(ctx.db, (tx) => store.upsertRemarks(tx, ownerOf(ctx, userId), [...byTarget.values()]));
}

export async function removeUserRemark(ctx: Ctx, userId: string, targetId: string): Promise<void> {
  await store.deleteRemark(ctx.db, ownerOf(ctx, userId), targetId);
}

/** In the order of setting, with the number of all. */
export async function listUserRemarks(
  ctx: Ctx,
  userId: string,
  page: { offset: number; limit: number },
): Promise<{ total: number; remarks: store.UserRemark[] }> {
  const owner = ownerOf(ctx, userId);
  return { total: await store.countRemarks(ctx.db, owner), remarks: await store.pageOfRemarks(ctx.db, owner, page) };
}

function ownerOf(ctx: Ctx, userId: string): store.RemarkOwner {
  return { appId: ctx.app.id, userId };
}
