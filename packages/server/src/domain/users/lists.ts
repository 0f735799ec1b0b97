import type { Ctx } from '../../context.ts';
import { inApp } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import {
  countEntries,
  deleteEntries,
  insertEntries,
  lockUserLists,
  pageOfEntries,
  type UserList,
  type UserListEntry,
} from '../../store/user-lists.ts';
import { DomainError } from '../errors.ts';
import { requireService } from '../service-switch.ts';

/** Of a list; the rules of registered users know no limit. */
const maxEntries = 3000;

/** Which list of which user, as far as it holds users of the app; neither the user nor those on it need to be registered. */
export type WhichList = Pick<UserList, 'userId' | 'kind'>;

/**
 * Adds all users, or none; those on the list keep their place.
 * Fails with `service-off`, or with `parameter-invalid` when the list would pass 3000 users.
 */
export async function addToList(ctx: Ctx, which: WhichList, userIds: string[]): Promise<void> {
  const list = listOf(ctx, which);
  await inTransaction(ctx.db, async (tx) => {
    await lockUserLists(tx, list);
    const added = await insertEntries(tx, list, inApp(list.appId, userIds));
    if (added.size > 0 && (await countEntries(tx, list)) > maxEntries) {
      throw new DomainError('parameter-invalid', { reason: `The ${which.kind}list would have more than ${maxEntries} users` });
    }
  });
}

/** Those who are not on the list are no failure. Fails with `service-off`. */
export async function removeFromList(ctx: Ctx, which: WhichList, userIds: string[]): Promise<void> {
  const list = listOf(ctx, which);
  await inTransaction(ctx.db, async (tx) => {
    await lockUserLists(tx, list);
    await deleteEntries(tx, list, inApp(list.appId, userIds));
  });
}

/** Newest first; `more` when others were added before the last of the page. Fails with `service-off`. */
export async function pageOfList(
  ctx: Ctx,
  which: WhichList,
  { before = Number.MAX_SAFE_INTEGER, limit }: { before?: number | undefined; limit: number },
): Promise<{ entries: UserListEntry[]; more: boolean }> {
  const entries = await pageOfEntries(ctx.db, listOf(ctx, which), { before, limit: limit + 1 });
  return { entries: entries.slice(0, limit), more: entries.length > limit };
}

function listOf(ctx: Ctx, which: WhichList): UserList {
  if (which.kind === 'allow') requireService(ctx, 'userAllowlist');
  return { ...which, appId: ctx.app.id };
}
