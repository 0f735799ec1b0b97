import type { Ctx } from '../../context.ts';
import type { Db } from '../../store/db.ts';
import { countMembers, deleteMembers, findUsersInGroups, insertMembers } from '../../store/group-members.ts';
import { type GroupRow, passOwnershipOn } from '../../store/groups.ts';
import type { ScopedId } from '../../store/scoped-ids.ts';
import { DomainError } from '../errors.ts';

/** Groups of one user, counted where registered users are added. */
const maxGroups = 500;

export interface Admission {
  users: ScopedId[];
  /** Most members for this call, where that is less than a group's own limit. */
  ceiling?: number | undefined;
}

/** Adds the users to the groups, which are locked, or nobody to any; who is a member keeps the place. Fails with `group-full`. */
export async function admit(tx: Db, groups: GroupRow[], { users, ceiling = Infinity }: Admission): Promise<void> {
  if (groups.length === 0) return;
  const byGid = new Map(groups.map((group) => [group.gid, group]));
  const grown = await insertMembers(tx, [...byGid.keys()], users);
  if (grown.length === 0) return;
  for (const { gid, count } of await countMembers(tx, [...new Set(grown)])) {
    const { group_id, max_members } = byGid.get(gid)!;
    const limit = Math.min(max_members, ceiling);
    if (count > limit) throw new DomainError('group-full', { reason: `${group_id} would have ${count} members, the limit is ${limit}` });
  }
}

/** Removes the users from the groups, which are locked. Where an owner leaves, the member who joined next takes over. */
export async function release(tx: Db, gids: number[], users: ScopedId[]): Promise<void> {
  const ended = await deleteMembers(tx, gids, users);
  if (ended > 0) await passOwnershipOn(tx, gids);
}

/** Fails with `too-many-groups`, naming a user who is in as many groups as one can be. */
export async function requireFreePlace(ctx: Ctx, users: ScopedId[]): Promise<void> {
  const [full] = await findUsersInGroups(ctx.db, users, maxGroups);
  if (full) throw new DomainError('too-many-groups', { field: 'userId', subject: full.id });
}
