import type { Ctx } from '../../context.ts';
import { countPrivateMuted, pageOfPrivateMuted, setPrivateMutes } from '../../store/user-states.ts';

/** A muted user's clients cannot send one-to-one messages. */
export async function setPrivateMute(ctx: Ctx, userIds: string[], muted: boolean): Promise<void> {
  await setPrivateMutes(ctx.db, { appId: ctx.app.id, userIds }, muted ? ctx.clock.now() : null);
}

/** In order of muting. */
export async function listPrivateMuted(ctx: Ctx, page: { offset: number; limit: number }): Promise<{ total: number; userIds: string[] }> {
  const [total, userIds] = await Promise.all([countPrivateMuted(ctx.db, ctx.app.id), pageOfPrivateMuted(ctx.db, ctx.app.id, page)]);
  return { total, userIds };
}
