import { type Selectable, sql } from 'kysely';
import type { AppPair } from './app-trusts.ts';
import type { Db } from './db.ts';
import type { FriendTable } from './schema.ts';
import { type ScopedId, ScopedMap, tableOf } from './scoped-ids.ts';
import type { UserRow } from './users.ts';

/** A friend's profile, and what is noted about the friend. */
export type FriendRow = UserRow & Pick<Selectable<FriendTable>, 'note_name' | 'others'> & { app_key: string };

/** What a user notes about a friend; null leaves what is there. */
export interface FriendNotes {
  friend: ScopedId;
  noteName: string | null;
  others: string | null;
}

type FriendKey = Pick<FriendTable, 'friend_app_id' | 'friend_id'>;

/** Makes the others friends of the user, in the order given, and the user theirs; all are locked. Returns those who were none before. */
export async function insertFriends(db: Db, user: ScopedId, others: ScopedId[]): Promise<ScopedMap<FriendKey>> {
  const { rows } = await sql<FriendKey>`
    with made as (
      insert into friends (app_id, user_id, friend_app_id, friend_id)
      select ${user.appId}::int, ${user.id}, app_id, id from ${tableOf(others)} order by ord
      on conflict do nothing
      returning friend_app_id, friend_id
    ), mirrored as (
      insert into friends (app_id, user_id, friend_app_id, friend_id)
      select friend_app_id, friend_id, ${user.appId}::int, ${user.id} from made
    )
    select * from made`.execute(db);
  return byFriend(rows);
}

/** Ends the friendships on both sides, with their notes; all are locked. */
export async function deleteFriends(db: Db, user: ScopedId, others: ScopedId[]): Promise<void> {
  await sql`
    with ended as (
      delete from friends
      where app_id = ${user.appId}::int and user_id = ${user.id} and (friend_app_id, friend_id) in (select app_id, id from ${tableOf(others)})
      returning friend_app_id, friend_id
    )
    delete from friends as mirrored using ended
    where mirrored.app_id = ended.friend_app_id and mirrored.user_id = ended.friend_id
      and mirrored.friend_app_id = ${user.appId}::int and mirrored.friend_id = ${user.id}`.execute(db);
}

/** Ends all friendships of the users. */
export async function deleteFriendsOf(db: Db, appId: number, userIds: string[]): Promise<void> {
  await sql`
    with ended as (
      delete from friends where app_id = ${appId}::int and user_id = any(${userIds}::text[])
      returning user_id, friend_app_id, friend_id
    )
    delete from friends as mirrored using ended
    where mirrored.app_id = ended.friend_app_id and mirrored.user_id = ended.friend_id
      and mirrored.friend_app_id = ${appId}::int and mirrored.friend_id = ended.user_id`.execute(db);
}

/** Ends all friendships between users of the two apps. */
export async function deleteFriendsBetween(db: Db, { appId, otherId }: AppPair): Promise<void> {
  await sql`
    delete from friends where (app_id = ${appId}::int and friend_app_id = ${otherId}::int)
      or (app_id = ${otherId}::int and friend_app_id = ${appId}::int)`.execute(db);
}

/** Returns those who are friends. Of several notes about one friend the later ones count. */
export async function updateFriendNotes(db: Db, user: ScopedId, notes: FriendNotes[]): Promise<ScopedMap<FriendKey>> {
  const texts = (read: (note: FriendNotes) => string | null) => sql`${notes.map(read)}::text[]`;
  const latest = (note: 'note_name' | 'others') =>
    sql`(array_agg(${sql.ref(note)} order by ord desc) filter (where ${sql.ref(note)} is not null))[1]`;
  const { rows } = await sql<FriendKey>`
    update friends set note_name = coalesce(noted.note_name, friends.note_name), others = coalesce(noted.others, friends.others)
    from (
      select app_id, id, ${latest('note_name')} as note_name, ${latest('others')} as others
      from unnest(${notes.map(({ friend }) => friend.appId)}::int[], ${texts(({ friend }) => friend.id)},
        ${texts(({ noteName }) => noteName)}, ${texts(({ others }) => others)}) with ordinality as n(app_id, id, note_name, others, ord)
      group by app_id, id
    ) as noted
    where friends.app_id = ${user.appId}::int and friends.user_id = ${user.id}
      and friends.friend_app_id = noted.app_id and friends.friend_id = noted.id
    returning friend_app_id, friend_id`.execute(db);
  return byFriend(rows);
}

/** In the order of becoming friends. */
export async function listFriends(db: Db, user: ScopedId): Promise<FriendRow[]> {
  return db
    .selectFrom('friends as friend')
    .innerJoin('apps', 'apps.id', 'friend.friend_app_id')
    .innerJoin('users', (join) => join.onRef('users.app_id', '=', 'friend.friend_app_id').onRef('users.user_id', '=', 'friend.friend_id'))
    .selectAll('users')
    .select(['note_name', 'others', 'app_key'])
    .where('friend.app_id', '=', user.appId)
    .where('friend.user_id', '=', user.id)
    .orderBy('friend.position')
    .execute();
}

function byFriend(rows: FriendKey[]): ScopedMap<FriendKey> {
  return new ScopedMap(rows, ({ friend_app_id, friend_id }) => ({ appId: friend_app_id, id: friend_id }));
}
