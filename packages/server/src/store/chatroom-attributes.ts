import { type Selectable, sql } from 'kysely';
import type { ChatroomAttributeTable } from './chatroom-tables.ts';
import type { Db } from './db.ts';

export type AttributeRow = Selectable<ChatroomAttributeTable>;

/** A user who was in a chatroom. */
export interface Stay {
  room_id: number;
  app_id: number;
  user_id: string;
}

/** Sets each pair, whoever owned it. */
export async function upsertAttributes(
  db: Db,
  set: { roomId: number; ownerId: string; autoDelete: boolean; at: number },
  pairs: Record<string, string>,
): Promise<void> {
  await sql`
    insert into chatroom_attributes (room_id, key, value, owner_id, auto_delete, set_at)
    select ${set.roomId}::bigint, key, value, ${set.ownerId}, ${set.autoDelete}::boolean, ${set.at}::bigint
    from unnest(${Object.keys(pairs)}::text[], ${Object.values(pairs)}::text[]) as t(key, value) order by key
    on conflict (room_id, key) do update set
      value = excluded.value, owner_id = excluded.owner_id, auto_delete = excluded.auto_delete, set_at = excluded.set_at`.execute(db);
}

/** Whoever owns them; inside a transaction. */
export async function deleteAttributes(db: Db, roomId: number, keys: string[]): Promise<void> {
  const { rows } = await sql<AttributeKey>`
    select room_id, key from chatroom_attributes
    where room_id = ${roomId}::bigint and key = any(${keys}::text[])
    order by room_id, key for update`.execute(db);
  await deleteLocked(db, rows);
}

/** Those of the users in the chatrooms they left that go with their owner, who is of the chatroom's app; inside a transaction. */
export async function deleteAttributesOf(db: Db, stays: Stay[]): Promise<void> {
  if (stays.length === 0) return;
  const { rows } = await sql<AttributeKey>`
    select room_id, key from chatroom_attributes
    where auto_delete and (room_id, owner_id) in (
      select room_id, user_id
      from unnest(${stays.map((stay) => stay.room_id)}::bigint[], ${stays.map((stay) => stay.app_id)}::int[],
        ${stays.map((stay) => stay.user_id)}::text[]) as stays(room_id, app_id, user_id)
      join chatrooms using (room_id, app_id)
    )
    order by room_id, key for update`.execute(db);
  await deleteLocked(db, rows);
}

type AttributeKey = Pick<AttributeRow, 'room_id' | 'key'>;

/** The rows are locked in the order of their keys, as every change of several does: two at once cannot block each other for good. */
async function deleteLocked(db: Db, rows: AttributeKey[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    delete from chatroom_attributes where (room_id, key) in (
      select room_id, key from unnest(${rows.map((row) => row.room_id)}::bigint[], ${rows.map((row) => row.key)}::text[]) as gone(room_id, key)
    )`.execute(db);
}

export async function countAttributes(db: Db, roomId: number): Promise<number> {
  const row = await db
    .selectFrom('chatroom_attributes')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('room_id', '=', roomId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** In the order of their keys; all of them when no keys are given. */
export async function listAttributes(db: Db, roomId: number, keys: string[] | undefined): Promise<AttributeRow[]> {
  return db
    .selectFrom('chatroom_attributes')
    .selectAll()
    .where('room_id', '=', roomId)
    .$if(keys !== undefined, (query) => query.where('key', 'in', keys!))
    .orderBy(sql`key collate "C"`)
    .execute();
}
