import type { Ctx } from '../../context.ts';
import type { At } from '../../store/chatrooms.ts';

/** The instant of the question, at which a chatroom exists or does not. */
export function at(ctx: Ctx): At {
  return { appId: ctx.app.id, now: ctx.clock.now() };
}
