import type { Selectable, Updateable } from 'kysely';
import type { Db } from './db.ts';
import type { UserStateTable } from './schema.ts';

export type UserStateRow = Selectable<UserStateTable>;
export type UserStateChange = Omit<Updateable<UserStateTable>, 'app_id' | 'user_id'>;

export async function findUserState(db: Db, appId: number, userId: string): Promise<UserStateRow | undefined> {
  return db.selectFrom('user_states').selectAll().where('app_id', '=', appId).where('user_id', '=', userId).executeTakeFirst();
}

/** Of the users, those whose allowlist is on. */
export async function findAllowlistOn(db: Db, appId: number, userIds: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('user_states')
    .select('user_id')
    .where('app_id', '=', appId)
    .where('user_id', 'in', userIds)
    .where('allowlist_on', '=', true)
    .execute();
  return new Set(rows.map((row) => row.user_id));
}

/** Sets the same state for every id; ids need no registration. */
export async function setUserStates(db: Db, key: { appId: number; userIds: string[] }, change: UserStateChange): Promise<void> {
  await db
    .insertInto('user_states')
    .values([...new Set(key.userIds)].sort().map((userId) => ({ app_id: key.appId, user_id: userId, ...change })))
    .onConflict((oc) => oc.columns(['app_id', 'user_id']).doUpdateSet(change))
    .execute();
}

/** Ends tokens issued before `time`; an earlier call with a later time holds. */
export async function endTokensBefore(db: Db, key: { appId: number; userIds: string[] }, time: number): Promise<void> {
  await db
    .insertInto('user_states')
    .values([...new Set(key.userIds)].sort().map((userId) => ({ app_id: key.appId, user_id: userId, tokens_valid_from: time })))
    .onConflict((oc) =>
      oc.columns(['app_id', 'user_id']).doUpdateSet((eb) => ({
        tokens_valid_from: eb.fn<number>('greatest', ['user_states.tokens_valid_from', 'excluded.tokens_valid_from']),
      })),
    )
    .execute();
}

/** Mutes those that are not muted yet, so that a repeated mute keeps its place in the list. */
export async function setPrivateMutes(db: Db, key: { appId: number; userIds: string[] }, mutedAt: number | null): Promise<void> {
  await db
    .insertInto('user_states')
    .values([...new Set(key.userIds)].sort().map((userId) => ({ app_id: key.appId, user_id: userId, private_muted_at: mutedAt })))
    .onConflict((oc) =>
      oc.columns(['app_id', 'user_id']).doUpdateSet((eb) => ({
        private_muted_at: mutedAt === null ? null : eb.fn.coalesce('user_states.private_muted_at', 'excluded.private_muted_at'),
      })),
    )
    .execute();
}

export async function pageOfPrivateMuted(db: Db, appId: number, page: { offset: number; limit: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('user_states')
    .select('user_id')
    .where('app_id', '=', appId)
    .where('private_muted_at', 'is not', null)
    .orderBy('private_muted_at')
    .orderBy('user_id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.user_id);
}

export async function countPrivateMuted(db: Db, appId: number): Promise<number> {
  const row = await db
    .selectFrom('user_states')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('app_id', '=', appId)
    .where('private_muted_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Users whose block ends after `now`, latest end first. */
export async function pageOfBlocked(
  db: Db,
  appId: number,
  page: { now: number; offset: number; limit: number },
): Promise<{ user_id: string; blocked_until: number }[]> {
  return db
    .selectFrom('user_states')
    .select(['user_id', 'blocked_until'])
    .where('app_id', '=', appId)
    .where('blocked_until', '>', page.now)
    .orderBy('blocked_until', 'desc')
    .orderBy('user_id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .$narrowType<{ blocked_until: number }>()
    .execute();
}

/** Newest deactivation first. */
export async function pageOfDeactivated(db: Db, appId: number, page: { offset: number; limit: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('user_states')
    .select('user_id')
    .where('app_id', '=', appId)
    .where('deactivated_at', 'is not', null)
    .orderBy('deactivated_at', 'desc')
    .orderBy('user_id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.user_id);
}

/** Keeps the time of an earlier deactivation. */
export async function markDeactivated(db: Db, key: { appId: number; userIds: string[] }, at: number): Promise<void> {
  await db
    .insertInto('user_states')
    .values(
      [...new Set(key.userIds)].sort().map((userId) => ({
        app_id: key.appId,
        user_id: userId,
        deactivated_at: at,
        tokens_valid_from: at,
      })),
    )
    .onConflict((oc) =>
      oc.columns(['app_id', 'user_id']).doUpdateSet((eb) => ({
        deactivated_at: eb.fn.coalesce('user_states.deactivated_at', 'excluded.deactivated_at'),
        tokens_valid_from: eb.fn<number>('greatest', ['user_states.tokens_valid_from', 'excluded.tokens_valid_from']),
      })),
    )
    .execute();
}

/** Reactivates those that were deactivated at or before `before`. Tokens from before `now` stay invalid. */
export async function clearDeactivated(
  db: Db,
  key: { appId: number; userIds: string[] },
  times: { before: number; now: number },
): Promise<void> {
  await db
    .updateTable('user_states')
    .set((eb) => ({
      deactivated_at: null,
      tokens_valid_from: eb.fn<number>('greatest', ['tokens_valid_from', eb.val(times.now)]),
    }))
    .where('app_id', '=', key.appId)
    .where('user_id', 'in', key.userIds)
    .where('deactivated_at', '<=', times.before)
    .execute();
}
