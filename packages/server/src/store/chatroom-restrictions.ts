import { sql } from 'kysely';
import type { ChatroomRestrictionTable } from './chatroom-tables.ts';
import { type At, isAlive } from './chatrooms.ts';
import type { Db } from './db.ts';

/** The users with one kind of restriction in a chatroom; an empty id is all chatrooms of the app. */
export interface RestrictionList {
  appId: number;
  kind: ChatroomRestrictionTable['kind'];
  chatroomId: string;
}

export interface RestrictedUser {
  user_id: string;
  until: number;
}

/** A restriction that is there gets the new end. */
export async function upsertRestrictions(
  db: Db,
  { appId, kind, chatroomId }: RestrictionList,
  { userIds, until }: { userIds: string[]; until: number },
): Promise<void> {
  await sql`
    insert into chatroom_restrictions (app_id, kind, chatroom_id, user_id, until)
    select distinct ${appId}::int, ${kind}, ${chatroomId}, user_id, ${until}::bigint from unnest(${userIds}::text[]) as t(user_id) order by user_id
    on conflict (app_id, kind, chatroom_id, user_id) do update set until = excluded.until`.execute(db);
}

/** Inside a transaction. */
export async function deleteRestrictions(db: Db, { appId, kind, chatroomId }: RestrictionList, userIds: string[]): Promise<void> {
  const { rows } = await sql<{ user_id: string }>`
    select user_id from chatroom_restrictions
    where app_id = ${appId}::int and kind = ${kind} and chatroom_id = ${chatroomId} and user_id = any(${userIds}::text[])
    order by user_id for update`.execute(db);
  await sql`
    delete from chatroom_restrictions
    where app_id = ${appId}::int and kind = ${kind} and chatroom_id = ${chatroomId}
      and user_id = any(${rows.map((row) => row.user_id)}::text[])`.execute(db);
}

/** Of `userIds`, those who are restricted now. */
export async function findRestricted(
  db: Db,
  list: RestrictionList,
  { userIds, now }: { userIds: string[]; now: number },
): Promise<string[]> {
  const rows = await restrictedNow(db, list, now).select('user_id').where('user_id', 'in', userIds).execute();
  return rows.map((row) => row.user_id);
}

/** Those restricted now, the latest end first. */
export async function listRestricted(
  db: Db,
  list: RestrictionList,
  { now, limit }: { now: number; limit: number },
): Promise<RestrictedUser[]> {
  return restrictedNow(db, list, now)
    .select(['user_id', 'until'])
    .orderBy('until', 'desc')
    .orderBy('user_id', 'desc')
    .limit(limit)
    .execute();
}

function restrictedNow(db: Db, { appId, kind, chatroomId }: RestrictionList, now: number) {
  return db
    .selectFrom('chatroom_restrictions')
    .where('app_id', '=', appId)
    .where('kind', '=', kind)
    .where('chatroom_id', '=', chatroomId)
    .where('until', '>', now);
}

/** What decides whether the user, of the chatroom's app, may send to the chatroom. */
export interface Voice {
  /** There is such a chatroom. */
  known: boolean;
  member: boolean;
  blocked: boolean;
  mutedEverywhere: boolean;
  allowed: boolean;
  muted: boolean;
  roomMuted: boolean;
}

export async function findVoice(db: Db, { appId, now, chatroomId }: At & { chatroomId: string }, userId: string): Promise<Voice> {
  const restricted = (kind: RestrictionList['kind'], place: string) => sql`exists (
    select from chatroom_restrictions where app_id = ${appId}::int and kind = ${kind} and chatroom_id = ${place}
      and user_id = ${userId} and until > ${now}::bigint)`;
  const { rows } = await sql<Voice>`
    with room as (
      select room_id, muted_at from chatrooms where app_id = ${appId}::int and chatroom_id = ${chatroomId} and ${isAlive(now)}
    )
    select exists (select from room) as known,
      exists (select from room join chatroom_members using (room_id) where app_id = ${appId}::int and user_id = ${userId}) as member,
      ${restricted('block', chatroomId)} as blocked, ${restricted('mute', '')} as "mutedEverywhere",
      exists (select from room join chatroom_allowlists using (room_id) where user_id = ${userId}) as allowed,
      ${restricted('mute', chatroomId)} as muted, exists (select from room where muted_at is not null) as "roomMuted"`.execute(db);
  return rows[0]!;
}
