import type { Db } from './db.ts';

/** Makes additions of an app wait for each other until the transaction ends. */
export async function lockKeepalives(db: Db, appId: number): Promise<void> {
  await db.selectFrom('apps').select('id').where('id', '=', appId).forNoKeyUpdate().execute();
}

/** An id that is there keeps its place. */
export async function insertKeepalive(db: Db, appId: number, chatroomId: string): Promise<void> {
  await db
    .insertInto('chatroom_keepalives')
    .values({ app_id: appId, chatroom_id: chatroomId })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** Returns how many were there. */
export async function deleteKeepalives(db: Db, appId: number, chatroomIds: string[]): Promise<number> {
  const result = await db
    .deleteFrom('chatroom_keepalives')
    .where('app_id', '=', appId)
    .where('chatroom_id', 'in', chatroomIds)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** In order of addition. */
export async function listKeepalives(db: Db, appId: number): Promise<string[]> {
  const rows = await db.selectFrom('chatroom_keepalives').select('chatroom_id').where('app_id', '=', appId).orderBy('position').execute();
  return rows.map((row) => row.chatroom_id);
}
