import { sql } from 'kysely';
import type { ChatroomMessageTypeTable } from './chatroom-tables.ts';
import type { Db } from './db.ts';

export interface MessageTypeList {
  appId: number;
  kind: ChatroomMessageTypeTable['kind'];
}

/** Makes changes of the lists of an app wait for each other until the transaction ends. */
export async function lockMessageTypes(db: Db, appId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('chatroom message types'), ${appId}::int)`.execute(db);
}

/** Adds the types in the order given; those on the list keep their place. */
export async function insertMessageTypes(db: Db, { appId, kind }: MessageTypeList, objectNames: string[]): Promise<void> {
  await sql`
    insert into chatroom_message_types (app_id, kind, object_name)
    select ${appId}::int, ${kind}, object_name from unnest(${objectNames}::text[]) with ordinality as t(object_name, ord) order by ord
    on conflict (app_id, kind, object_name) do nothing`.execute(db);
}

/** The list is locked. */
export async function deleteMessageTypes(db: Db, { appId, kind }: MessageTypeList, objectNames: string[]): Promise<void> {
  await db
    .deleteFrom('chatroom_message_types')
    .where('app_id', '=', appId)
    .where('kind', '=', kind)
    .where('object_name', 'in', objectNames)
    .execute();
}

/** In order of addition. */
export async function listMessageTypes(db: Db, { appId, kind }: MessageTypeList): Promise<string[]> {
  const rows = await db
    .selectFrom('chatroom_message_types')
    .select('object_name')
    .where('app_id', '=', appId)
    .where('kind', '=', kind)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.object_name);
}
