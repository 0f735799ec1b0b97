import type { Ctx } from '../../context.ts';
import { findUser, type ProfileChange, type UserRow, updateUser } from '../../store/users.ts';
import { DomainError } from '../errors.ts';

/** Fails with `user-unknown`. */
export async function getProfile(ctx: Ctx, userId: string): Promise<UserRow> {
  const user = await findUser(ctx.db, ctx.app.id, userId);
  if (!user) throw new DomainError('user-unknown', { field: 'userId', subject: userId });
  return user;
}

/** Changes the fields given and leaves the others. Fails with `user-unknown`. */
export async function updateProfile(ctx: Ctx, userId: string, change: ProfileChange): Promise<void> {
  const found = await updateUser(ctx.db, { appId: ctx.app.id, userId }, { ...change, updated_at: ctx.clock.now() });
  if (!found) throw new DomainError('user-unknown', { field: 'userId', subject: userId });
}
