import type { Ctx } from '../../context.ts';
import * as store from '../../store/group-remarks.ts';

/** Neither the group nor the membership needs to exist. */
export interface Member {
  userId: string;
  groupId: string;
}

export async function setGroupRemark(ctx: Ctx, member: Member, remark: string): Promise<void> {
  await store.upsertGroupRemark(ctx.db, { ...member, appId: ctx.app.id }, remark);
}

export async function removeGroupRemark(ctx: Ctx, member: Member): Promise<void> {
  await store.deleteGroupRemark(ctx.db, { ...member, appId: ctx.app.id });
}

export async function getGroupRemark(ctx: Ctx, member: Member): Promise<string | undefined> {
  return store.findGroupRemark(ctx.db, { ...member, appId: ctx.app.id });
}
