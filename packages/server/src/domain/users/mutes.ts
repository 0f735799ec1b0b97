import type { Ctx } from '../../context.ts';
import { countPrivateMuted, pageOfPrivateMuted, setPrivateMutes } from '../../store/user-states.ts';

/** A muted user's clients cannot send one-to-one messages. */
export async function setPrivateMute(ctx: Ctx, userIds: string[], muted: boolean): Promise<void> {
  await setPrivateMutes(ctx.db, { appId: ctx.app.id, userIds }, muted ? ctx.clock.now() : null);
}

/** In order of muting. */
export async function listPrivateMuted(ctx: Ctx, page: { offset: number; limit: number }): Promise<{ total: number; userIds: string[] }> {
  return { total: await countPrivateMuted(ctx.db, ctx.app.id), userIds: await pageOfPrivateMuted(ctx.db, ctx.app.id, page) };
}
