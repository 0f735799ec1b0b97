import { type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import type { MessageExpansionTable } from './schema.ts';

export type ExpansionRow = Selectable<MessageExpansionTable>;

/** What was changed of the messages' first pairs. */
export async function listExpansionChanges(db: Db, messageIds: number[]): Promise<ExpansionRow[]> {
  return db.selectFrom('message_expansions').selectAll().where('message_id', 'in', messageIds).execute();
}

/** Sets the pairs; a null marks one of the first pairs as deleted. The message is locked. */
export async function upsertExpansionChanges(
  db: Db,
  { messageId, version }: { messageId: number; version: number },
  pairs: Map<string, string | null>,
): Promise<void> {
  await sql`
    insert into message_expansions (message_id, key, value, version)
    select ${messageId}::bigint, key, value, ${version}::bigint
    from unnest(${[...pairs.keys()]}::text[], ${[...pairs.values()]}::text[]) as t(key, value)
    on conflict (message_id, key) do update set value = excluded.value, version = excluded.version`.execute(db);
}

/** Forgets the changes of the keys. The message is locked. */
export async function deleteExpansionChanges(db: Db, messageId: number, keys: string[]): Promise<void> {
  await db
    .deleteFrom('message_expansions')
    .where('message_id', '=', messageId)
    .where('key', '=', sql<string>`any(${keys}::text[])`)
    .execute();
}
