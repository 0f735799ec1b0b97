import type { Services } from '../../context.ts';
import { type AppPair, deleteTrust, insertTrust, listTrusted } from '../../store/app-trusts.ts';
import type { Db } from '../../store/db.ts';
import { deleteFriendsBetween } from '../../store/friends.ts';
import { deleteLevelsBetween } from '../../store/notification-levels.ts';
import { inTransaction } from '../../store/transaction.ts';
import { deleteBlocksBetween } from '../../store/user-lists.ts';
import { type App, toApp } from '../apps.ts';
import { partChatrooms } from '../chatrooms/parting.ts';
import { DomainError } from '../errors.ts';
import { partGroups } from '../groups/parting.ts';

type Pair = readonly [App, App];

/**
 * Lets two apps reach each other's users and groups, both ways and no further: whom the other app trusts is its own affair.
 * Returns false when they trust each other already. Fails with `parameter-invalid` for one app and itself.
 */
export async function grantTrust({ db, clock }: Pick<Services, 'db' | 'clock'>, pair: Pair): Promise<boolean> {
  return insertTrust(db, idsOf(pair), clock.now());
}

/**
 * Ends the trust and what was built on it: memberships, friendships, blacklist and do-not-disturb entries between users and groups of
 * the two apps. Groups hand over and end as when their members leave. Messages stay. Returns false when there was no trust.
 */
export async function revokeTrust({ db }: Pick<Services, 'db'>, pair: Pair): Promise<boolean> {
  const ids = idsOf(pair);
  return inTransaction(db, async (tx) => {
    if (!(await deleteTrust(tx, ids))) return false;
    await part(tx, ids);
    return true;
  });
}

/** The apps that trust the app, in the order of the grants. */
export async function listTrusts({ db }: Pick<Services, 'db'>, app: App): Promise<App[]> {
  return (await listTrusted(db, app.id)).map(toApp);
}

async function part(tx: Db, pair: AppPair): Promise<void> {
  await partGroups(tx, pair);
  await partChatrooms(tx, pair);
  await deleteFriendsBetween(tx, pair);
  await deleteBlocksBetween(tx, pair);
  await deleteLevelsBetween(tx, pair);
}

function idsOf([one, other]: Pair): AppPair {
  if (one.id === other.id) throw new DomainError('parameter-invalid', { field: 'otherKey', reason: 'is the app itself' });
  return { appId: one.id, otherId: other.id };
}
