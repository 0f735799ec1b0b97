import type { Ctx } from '../../context.ts';
import { inApp, type ScopedId, type ScopedMap } from '../../store/scoped-ids.ts';
import { findRegistered, lockUsers, type UserRow } from '../../store/users.ts';
import { DomainError } from '../errors.ts';

/** For users of the app. Fails with `user-unknown`. */
export async function requireRegistered(ctx: Ctx, userIds: string[]): Promise<void> {
  await requireRegisteredIn(ctx, inApp(ctx.app.id, userIds));
}

/** The same for users of any apps. */
export async function requireRegisteredIn(ctx: Ctx, users: ScopedId[]): Promise<void> {
  requireKnown(users, await findRegistered(ctx.db, users));
}

/** Of the ids, those of registered users of the app. */
export async function findKnown(ctx: Ctx, userIds: string[]): Promise<Set<string>> {
  const known = await findRegistered(ctx.db, inApp(ctx.app.id, userIds));
  return new Set(known.values().map((row) => row.user_id));
}

/** Those of the app's users that are registered, by id; they stay so until the transaction ends. */
export async function lockRegistered(ctx: Ctx, userIds: string[]): Promise<Map<string, UserRow>> {
  const known = await lockUsers(ctx.db, inApp(ctx.app.id, userIds));
  return new Map(known.values().map((row) => [row.user_id, row]));
}

/** The same for users of any apps. */
export async function lockRegisteredIn(ctx: Ctx, users: ScopedId[]): Promise<ScopedMap<UserRow>> {
  return lockUsers(ctx.db, users);
}

/** Fails with `user-unknown`, about the first user that is not known. */
export function requireKnown<User extends string | ScopedId>(users: User[], known: { has(user: NoInfer<User>): boolean }): void {
  const unknown = users.find((user) => !known.has(user));
  if (unknown === undefined) return;
  throw new DomainError('user-unknown', { field: 'userId', subject: typeof unknown === 'string' ? unknown : unknown.id });
}
