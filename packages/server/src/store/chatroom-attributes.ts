import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Sets each pair, whoever owned it. */
export async function upsertAttributes(
  db: Db,
  set: { roomId: number; ownerId: string; at: number },
  pairs: Record<string, string>,
): Promise<void> {
  await sql`
    insert into chatroom_attributes (room_id, key, value, owner_id, set_at)
    select ${set.roomId}::bigint, key, value, ${set.ownerId}, ${set.at}::bigint
    from unnest(${Object.keys(pairs)}::text[], ${Object.values(pairs)}::text[]) as t(key, value) order by key
    on conflict (room_id, key) do update set value = excluded.value, owner_id = excluded.owner_id, set_at = excluded.set_at`.execute(db);
}

export async function countAttributes(db: Db, roomId: number): Promise<number> {
  const row = await db
    .selectFrom('chatroom_attributes')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('room_id', '=', roomId)
    .executeTakeFirstOrThrow();
  return row.count;
}
