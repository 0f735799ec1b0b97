import type { Ctx } from '../../context.ts';
import { inTransaction } from '../../store/transaction.ts';
import { findUserState, pageOfBlocked, setUserStates } from '../../store/user-states.ts';
import { endless } from '../clock.ts';
import { lockRegistered, requireKnown } from './registered.ts';
import { endTokens } from './tokens.ts';

export interface BlockedUser {
  userId: string;
  /** Milliseconds, or `endless`. */
  until: number;
}

/** Refuses the users until then; null lifts the block. A block that is set again gets the new end. */
export async function setBlock(ctx: Ctx, userIds: string[], until: number | null): Promise<void> {
  await setUserStates(ctx.db, { appId: ctx.app.id, userIds }, { blocked_until: until });
}

/** Refuses the user without an end, and ends the tokens; enabling lifts any block. Fails with `user-unknown`. */
export async function setDisabled(ctx: Ctx, userId: string, disabled: boolean): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx };
    requireKnown([userId], await lockRegistered(within, [userId]));
    await setBlock(within, [userId], disabled ? endless : null);
    if (disabled) await endTokens(within, [userId]);
  });
}

export async function isBlocked(ctx: Ctx, userId: string): Promise<boolean> {
  const state = await findUserState(ctx.db, ctx.app.id, userId);
  return state?.blocked_until != null && state.blocked_until > ctx.clock.now();
}

/** The users blocked now, latest end first. */
export async function listBlocked(ctx: Ctx, page: { offset: number; limit: number }): Promise<BlockedUser[]> {
  const rows = await pageOfBlocked(ctx.db, ctx.app.id, { now: ctx.clock.now(), ...page });
  return rows.map((row) => ({ userId: row.user_id, until: row.blocked_until }));
}
