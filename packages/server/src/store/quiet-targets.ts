import { sql } from 'kysely';
import type { AppPair } from './app-trusts.ts';
import type { Db } from './db.ts';
import type { QuietTargetTable } from './schema.ts';
import { type ScopedId, ScopedMap, tableOf } from './scoped-ids.ts';

interface QuietKey {
  appId: number;
  userId: string;
  kind: QuietTargetTable['kind'];
}

type TargetRow = Pick<QuietTargetTable, 'target_app_id' | 'target_id'>;

/** Returns those that were not set. */
export async function insertQuietTargets(db: Db, { appId, userId, kind }: QuietKey, targets: ScopedId[]): Promise<ScopedMap<TargetRow>> {
  if (targets.length === 0) return byTarget([]);
  const { rows } = await sql<TargetRow>`
    insert into quiet_targets (app_id, user_id, kind, target_app_id, target_id)
    select ${appId}::int, ${userId}, ${kind}, app_id, id from ${tableOf(targets)} order by app_id, id
    on conflict do nothing
    returning target_app_id, target_id`.execute(db);
  return byTarget(rows);
}

/** Returns those that were set. */
export async function deleteQuietTargets(db: Db, { appId, userId, kind }: QuietKey, targets: ScopedId[]): Promise<ScopedMap<TargetRow>> {
  if (targets.length === 0) return byTarget([]);
  const { rows } = await sql<TargetRow>`
    delete from quiet_targets
    where app_id = ${appId}::int and user_id = ${userId} and kind = ${kind}
      and (target_app_id, target_id) in (select app_id, id from ${tableOf(targets)})
    returning target_app_id, target_id`.execute(db);
  return byTarget(rows);
}

/** Deletes the settings of the users, and those of others that name them. */
export async function deleteQuietEntries(db: Db, appId: number, userIds: string[]): Promise<void> {
  await sql`
    delete from quiet_targets
    where (app_id = ${appId}::int and user_id = any(${userIds}::text[]))
      or (target_app_id = ${appId}::int and kind = 'user' and target_id = any(${userIds}::text[]))`.execute(db);
}

/** Deletes the settings of users of each of the two apps about users and groups of the other. */
export async function deleteQuietBetween(db: Db, { appId, otherId }: AppPair): Promise<void> {
  await sql`
    delete from quiet_targets where (app_id = ${appId}::int and target_app_id = ${otherId}::int)
      or (app_id = ${otherId}::int and target_app_id = ${appId}::int)`.execute(db);
}

function byTarget(rows: TargetRow[]): ScopedMap<TargetRow> {
  return new ScopedMap(rows, ({ target_app_id, target_id }) => ({ appId: target_app_id, id: target_id }));
}
