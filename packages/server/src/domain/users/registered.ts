import type { Ctx } from '../../context.ts';
import { findUsers, lockUsers, type UserRow } from '../../store/users.ts';
import { DomainError } from '../errors.ts';

/** Fails with `user-unknown`. */
export async function requireRegistered(ctx: Ctx, userIds: string[]): Promise<void> {
  const rows = await findUsers(ctx.db, ctx.app.id, userIds);
  requireKnown(userIds, new Set(rows.map((row) => row.user_id)));
}

/** Those of the users that are registered, by id; they stay so until the transaction ends. */
export async function lockRegistered(ctx: Ctx, userIds: string[]): Promise<Map<string, UserRow>> {
  const rows = await lockUsers(ctx.db, ctx.app.id, userIds);
  return new Map(rows.map((row) => [row.user_id, row]));
}

/** Fails with `user-unknown`, about the first user that is not known. */
export function requireKnown(userIds: string[], known: { has(userId: string): boolean }): void {
  const unknown = userIds.find((userId) => !known.has(userId));
  if (unknown !== undefined) throw new DomainError('user-unknown', { field: 'userId', subject: unknown });
}
