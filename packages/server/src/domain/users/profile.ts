import type { Ctx } from '../../context.ts';
import {
  countAdmins,
  countUsers,
  findUser,
  type ProfileChange,
  pageOfAdmins,
  pageOfUsers,
  type UserRow,
  updateUser,
} from '../../store/users.ts';
import { DomainError } from '../errors.ts';
import { requireAvatar } from '../media/references.ts';

/** What is stored of a user. */
export type Profile = UserRow;

/** Fails with `user-unknown`. */
export async function getProfile(ctx: Ctx, userId: string): Promise<Profile> {
  const user = await findUser(ctx.db, ctx.app.id, userId);
  if (!user) throw new DomainError('user-unknown', { field: 'userId', subject: userId });
  return user;
}

/** Changes the fields given and leaves the others. Fails with `user-unknown`, or `parameter-invalid` for an avatar that the app refuses. */
export async function updateProfile(ctx: Ctx, userId: string, change: ProfileChange): Promise<void> {
  await requireAvatar(ctx, change.avatar);
  const found = await updateUser(ctx.db, { appId: ctx.app.id, userId }, { ...change, updated_at: ctx.clock.now() });
  if (!found) throw new DomainError('user-unknown', { field: 'userId', subject: userId });
}

/** In order of registration. */
export async function listProfiles(
  ctx: Ctx,
  page: { offset: number; limit: number; adminsOnly: boolean },
): Promise<{ total: number; profiles: Profile[] }> {
  const [count, pageOf] = page.adminsOnly ? [countAdmins, pageOfAdmins] : [countUsers, pageOfUsers];
  const [total, profiles] = await Promise.all([count(ctx.db, ctx.app.id), pageOf(ctx.db, ctx.app.id, page)]);
  return { total, profiles };
}
