import type { Ctx } from '../../context.ts';
import { findUserState } from '../../store/user-states.ts';
import { upsertUser } from '../../store/users.ts';
import { DomainError } from '../errors.ts';
import { issueToken } from './tokens.ts';

export interface Registration {
  userId: string;
  name?: string | undefined;
  portraitUri?: string | undefined;
}

/** Registers the user, or sets those of name and portrait that are given, and issues a token. Fails with `user-deactivated`. */
export async function registerWithToken(ctx: Ctx, user: Registration): Promise<string> {
  const state = await findUserState(ctx.db, ctx.app.id, user.userId);
  if (state?.deactivated_at != null) throw new DomainError('user-deactivated', { field: 'userId', subject: user.userId });
  const now = ctx.clock.now();
  await upsertUser(ctx.db, {
    app_id: ctx.app.id,
    user_id: user.userId,
    name: user.name ?? null,
    portrait_uri: user.portraitUri ?? null,
    avatar: null,
    birthday: null,
    gender: null,
    signature: null,
    region: null,
    address: null,
    extras: null,
    password_hash: null,
    created_at: now,
    updated_at: now,
  });
  return issueToken(ctx, user.userId, state?.tokens_valid_from);
}
