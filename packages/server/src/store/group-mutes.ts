import { type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import type { GroupMuteTable } from './schema.ts';

export type GroupMuteRow = Selectable<GroupMuteTable>;

interface Muted {
  appId: number;
  groupId: string;
  userIds: string[];
}

/** Mutes until then, null: until lifted; a mute that is there gets the new end. */
export async function setGroupMutes(db: Db, key: Muted, until: number | null): Promise<void> {
  await sql`
    insert into group_mutes (app_id, group_id, user_id, muted_until)
    select distinct ${key.appId}::int, ${key.groupId}, user_id, ${until}::bigint from unnest(${key.userIds}::text[]) as t(user_id) order by user_id
    on conflict (app_id, group_id, user_id) do update set muted_until = excluded.muted_until`.execute(db);
}

export async function deleteGroupMutes(db: Db, key: Muted): Promise<void> {
  await db
    .deleteFrom('group_mutes')
    .where('app_id', '=', key.appId)
    .where('group_id', '=', key.groupId)
    .where('user_id', 'in', key.userIds)
    .execute();
}

/** In every group. */
export async function deleteGroupMutesOf(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.deleteFrom('group_mutes').where('app_id', '=', appId).where('user_id', 'in', userIds).execute();
}

export async function findGroupMute(db: Db, key: { appId: number; groupId: string; userId: string }): Promise<GroupMuteRow | undefined> {
  return db
    .selectFrom('group_mutes')
    .selectAll()
    .where('app_id', '=', key.appId)
    .where('group_id', '=', key.groupId)
    .where('user_id', '=', key.userId)
    .executeTakeFirst();
}
