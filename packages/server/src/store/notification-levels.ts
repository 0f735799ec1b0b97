import { sql } from 'kysely';
import type { AppPair } from './app-trusts.ts';
import type { Db } from './db.ts';
import type { NotificationLevelTable } from './push-tables.ts';
import { type ScopedId, ScopedMap, tableOf } from './scoped-ids.ts';

export type LevelKey = Omit<NotificationLevelTable, 'level' | 'by_switch'>;
export type StoredLevel = Pick<NotificationLevelTable, 'level' | 'by_switch'>;

const keyColumns = ['app_id', 'user_id', 'kind', 'target_app_id', 'target_id', 'channel'] as const;

export async function upsertLevel(db: Db, key: LevelKey, stored: StoredLevel): Promise<void> {
  await db
    .insertInto('notification_levels')
    .values({ ...key, ...stored })
    .onConflict((oc) => oc.columns(keyColumns).doUpdateSet(stored))
    .execute();
}

export async function deleteLevel(db: Db, key: LevelKey): Promise<void> {
  await db
    .deleteFrom('notification_levels')
    .where((eb) => eb.and({ ...key }))
    .execute();
}

export async function findLevel(db: Db, key: LevelKey): Promise<StoredLevel | undefined> {
  return db
    .selectFrom('notification_levels')
    .select(['level', 'by_switch'])
    .where((eb) => eb.and({ ...key }))
    .executeTakeFirst();
}

/** A user's conversations of one kind, and a level for them. */
interface SwitchedLevel {
  appId: number;
  userId: string;
  kind: number;
  level: number;
}

type TargetRow = Pick<NotificationLevelTable, 'target_app_id' | 'target_id'>;

/** Sets the level, as the switch does. Returns those that did not have it. */
export async function switchLevels(
  db: Db,
  { appId, userId, kind, level }: SwitchedLevel,
  targets: ScopedId[],
): Promise<ScopedMap<TargetRow>> {
  if (targets.length === 0) return byTarget([]);
  const { rows } = await sql<TargetRow>`
    insert into notification_levels as l (app_id, user_id, kind, target_app_id, target_id, channel, level, by_switch)
    select distinct ${appId}::int, ${userId}, ${kind}::smallint, app_id, id, '', ${level}::smallint, true from ${tableOf(targets)} order by app_id, id
    on conflict (app_id, user_id, kind, target_app_id, target_id, channel)
      do update set level = excluded.level, by_switch = true where l.level <> excluded.level
    returning target_app_id, target_id`.execute(db);
  return byTarget(rows);
}

/** Takes the level away. Returns those that had it. */
export async function unswitchLevels(
  db: Db,
  { appId, userId, kind, level }: SwitchedLevel,
  targets: ScopedId[],
): Promise<ScopedMap<TargetRow>> {
  if (targets.length === 0) return byTarget([]);
  const { rows } = await sql<TargetRow>`
    delete from notification_levels
    where app_id = ${appId}::int and user_id = ${userId} and kind = ${kind}::smallint and channel = '' and level = ${level}::smallint
      and (target_app_id, target_id) in (select app_id, id from ${tableOf(targets)})
    returning target_app_id, target_id`.execute(db);
  return byTarget(rows);
}

/** All of the users' own. */
export async function deleteLevelsOf(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('notification_levels').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}

/** Those of anybody for conversations of a kind with the targets. */
export async function deleteLevelsAbout(db: Db, { appId, kind }: { appId: number; kind: number }, targetIds: string[]): Promise<void> {
  await db
    .deleteFrom('notification_levels')
    .where('target_app_id', '=', appId)
    .where('kind', '=', kind)
    .where('target_id', 'in', targetIds)
    .execute();
}

/** Those of users of each of the two apps for users and groups of the other. */
export async function deleteLevelsBetween(db: Db, { appId, otherId }: AppPair): Promise<void> {
  await sql`
    delete from notification_levels where (app_id = ${appId}::int and target_app_id = ${otherId}::int)
      or (app_id = ${otherId}::int and target_app_id = ${appId}::int)`.execute(db);
}

function byTarget(rows: TargetRow[]): ScopedMap<TargetRow> {
  return new ScopedMap(rows, ({ target_app_id, target_id }) => ({ appId: target_app_id, id: target_id }));
}
