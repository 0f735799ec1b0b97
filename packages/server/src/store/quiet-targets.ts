import type { Db } from './db.ts';
import type { QuietTargetTable } from './schema.ts';

interface QuietKey {
  appId: number;
  userId: string;
  kind: QuietTargetTable['kind'];
}

/** Returns those that were not set. */
export async function insertQuietTargets(db: Db, { appId, userId, kind }: QuietKey, targetIds: string[]): Promise<Set<string>> {
  if (targetIds.length === 0) return new Set();
  const rows = await db
    .insertInto('quiet_targets')
    .values([...new Set(targetIds)].sort().map((targetId) => ({ app_id: appId, user_id: userId, kind, target_id: targetId })))
    .onConflict((oc) => oc.doNothing())
    .returning('target_id')
    .execute();
  return new Set(rows.map((row) => row.target_id));
}

/** Returns those that were set. */
export async function deleteQuietTargets(db: Db, { appId, userId, kind }: QuietKey, targetIds: string[]): Promise<Set<string>> {
  if (targetIds.length === 0) return new Set();
  const rows = await db
    .deleteFrom('quiet_targets')
    .where('app_id', '=', appId)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .where('target_id', 'in', targetIds)
    .returning('target_id')
    .execute();
  return new Set(rows.map((row) => row.target_id));
}

/** Deletes the settings of the users, and those of others that name them. */
export async function deleteQuietEntries(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db
    .deleteFrom('quiet_targets')
    .where('app_id', '=', appId)
    .where((eb) => eb.or([eb('user_id', 'in', userIds), eb('kind', '=', 'user').and('target_id', 'in', userIds)]))
    .execute();
}
