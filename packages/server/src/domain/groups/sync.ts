import type { Ctx } from '../../context.ts';
import { lockMemberships } from '../../store/group-members.ts';
import { insertMissingGroups, lockOwnGroups, renameGroups } from '../../store/groups.ts';
import { inTransaction } from '../../store/transaction.ts';
import { admit, release } from './admission.ts';
import { maxMembers } from './open-groups.ts';

/**
 * Makes the user a member of exactly the groups named, among those of the app; a null name keeps the group's. Of two calls at once the later holds.
 * Fails with `group-full`, changing nothing.
 */
export async function syncGroups(ctx: Ctx, userId: string, names: Map<string, string | null>): Promise<void> {
  const made = { appId: ctx.app.id, maxMembers, at: ctx.clock.now() };
  const user = { appId: ctx.app.id, id: userId };
  const wanted = [...names].map(([groupId, name]) => ({ groupId, name }));
  await inTransaction(ctx.db, async (tx) => {
    await lockMemberships(tx, user);
    await insertMissingGroups(tx, made, wanted);
    const locked = await lockOwnGroups(tx, user, [...names.keys()]);
    const joined = locked.filter((group) => names.has(group.group_id));
    const left = locked.filter((group) => !names.has(group.group_id)).map((group) => group.gid);
    // Only what is locked: one dismissed and made again meanwhile is another group.
    const renamed = joined.map(({ group_id }) => ({ groupId: group_id, name: names.get(group_id) ?? null }));
    await renameGroups(tx, made, renamed);
    await admit(tx, joined, { users: [user] });
    await release(tx, left, [user]);
  });
}
