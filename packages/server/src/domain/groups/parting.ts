import type { AppPair } from '../../store/app-trusts.ts';
import type { Db } from '../../store/db.ts';
import { deleteMembersBetween } from '../../store/group-members.ts';
import { deleteEmptyGroups, lockGroupsBetween, passOwnershipOn } from '../../store/groups.ts';

/** Takes the users of each app out of the groups of the other, as removing them does. Part of a transaction. */
export async function partGroups(tx: Db, pair: AppPair): Promise<void> {
  const gids = (await lockGroupsBetween(tx, pair)).map((group) => group.gid);
  await deleteMembersBetween(tx, gids, pair);
  await passOwnershipOn(tx, gids);
  await deleteEmptyGroups(tx, gids);
}
