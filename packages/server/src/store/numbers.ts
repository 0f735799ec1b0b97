import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Where numeric ids come from, and the text ids of the same things, which callers may choose. */
const sources = {
  gid: { sequence: 'gids', table: 'groups', textId: 'group_id' },
  roomId: { sequence: 'room_ids', table: 'chatrooms', textId: 'chatroom_id' },
} as const;

export type NumberKind = keyof typeof sources;

/** The first of the next `count` numbers that is no text id of the app; undefined when all of them are. */
export async function takeNumber(
  db: Db,
  kind: NumberKind,
  { appId, count }: { appId: number; count: number },
): Promise<number | undefined> {
  const { sequence, table, textId } = sources[kind];
  const { rows } = await sql<{ number: number }>`
    with numbers as materialized (select nextval(${sequence}::regclass) as number from generate_series(1, ${count}::int))
    select number from numbers
    where not exists (select from ${sql.table(table)} as taken where app_id = ${appId}::int and ${sql.ref(textId)} = number::text)
    order by number limit 1`.execute(db);
  return rows[0]?.number;
}
