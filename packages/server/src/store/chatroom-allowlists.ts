import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Adds the users in the order given; those on the list keep their place. The chatroom is locked. */
export async function insertAllowed(db: Db, roomId: number, userIds: string[]): Promise<void> {
  await sql`
    insert into chatroom_allowlists (room_id, user_id)
    select ${roomId}::bigint, user_id from unnest(${userIds}::text[]) with ordinality as t(user_id, ord) order by ord
    on conflict (room_id, user_id) do nothing`.execute(db);
}

/** The chatroom is locked. */
export async function deleteAllowed(db: Db, roomId: number, userIds?: string[]): Promise<void> {
  await db
    .deleteFrom('chatroom_allowlists')
    .where('room_id', '=', roomId)
    .$if(userIds !== undefined, (query) => query.where('user_id', 'in', userIds!))
    .execute();
}

/** In order of addition. */
export async function listAllowed(db: Db, roomId: number): Promise<string[]> {
  const rows = await db.selectFrom('chatroom_allowlists').select('user_id').where('room_id', '=', roomId).orderBy('position').execute();
  return rows.map((row) => row.user_id);
}
