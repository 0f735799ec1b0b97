import { type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import type { MessageTable } from './schema.ts';

export type MessageRow = Selectable<MessageTable>;

export interface NewMessage {
  appId: number;
  kind: number;
  key: string;
  senderId: string;
  objectName: string;
  content: string;
  options: string;
  sentAt: number;
}

export interface StoredMessage {
  id: number;
  seq: number;
  conversationId: number;
}

/**
 * Stores messages in one statement, in the order given, and returns their ids and numbers in that order.
 * The row lock on a conversation is held until the commit, so its numbers follow the order of commits without a gap.
 * Conversations are locked in key order: concurrent writers cannot deadlock.
 */
export async function appendMessages(db: Db, messages: NewMessage[]): Promise<StoredMessage[]> {
  const column = <K extends keyof NewMessage>(name: K) => messages.map((message) => message[name]);
  const { rows } = await sql<StoredMessage & { ord: number }>`
    with input as materialized (
      select *, nextval('message_ids') as id,
        row_number() over (partition by app_id, kind, key order by ord) as place,
        count(*) over (partition by app_id, kind, key) as total
      from unnest(${column('appId')}::int[], ${column('kind')}::int[], ${column('key')}::text[], ${column('senderId')}::text[],
        ${column('objectName')}::text[], ${column('content')}::text[], ${column('options')}::text[], ${column('sentAt')}::bigint[])
        with ordinality as t(app_id, kind, key, sender_id, object_name, content, options, sent_at, ord)
      order by ord
    ), bumped as (
      insert into conversations as c (app_id, kind, key, last_seq)
      select app_id, kind, key, count(*) from input group by app_id, kind, key order by app_id, kind, key
      on conflict (app_id, kind, key) do update set last_seq = c.last_seq + excluded.last_seq
      returning id, app_id, kind, key, last_seq
    ), numbered as (
      select i.*, b.id as conversation_id, b.last_seq - i.total + i.place as seq
      from input i join bumped b using (app_id, kind, key)
    ), stored as (
      insert into messages (conversation_id, seq, id, sender_id, object_name, content, options, sent_at)
      select conversation_id, seq, id, sender_id, object_name, content, options, sent_at from numbered
    )
    select ord, id, seq, conversation_id as "conversationId" from numbered order by ord`.execute(db);
  return rows;
}

/** Ids for messages that are answered but not stored. */
export async function takeMessageIds(db: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select nextval('message_ids') as id from generate_series(1, ${count}::int)`.execute(db);
  return rows.map((row) => row.id);
}

/** Messages of a conversation after a sequence number, oldest first. */
export async function messagesAfter(
  db: Db,
  conversation: { appId: number; kind: number; key: string },
  page: { after: number; limit: number },
): Promise<MessageRow[]> {
  return db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .selectAll('messages')
    .where('conversations.app_id', '=', conversation.appId)
    .where('conversations.kind', '=', conversation.kind)
    .where('conversations.key', '=', conversation.key)
    .where('messages.seq', '>', page.after)
    .orderBy('messages.seq')
    .limit(page.limit)
    .execute();
}

export async function findMessage(db: Db, appId: number, id: number): Promise<MessageRow | undefined> {
  return db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .selectAll('messages')
    .where('conversations.app_id', '=', appId)
    .where('messages.id', '=', id)
    .executeTakeFirst();
}

/** Returns false when it was retracted before. */
export async function markRetracted(db: Db, id: number, at: number): Promise<boolean> {
  const result = await db
    .updateTable('messages')
    .set({ retracted_at: at })
    .where('id', '=', id)
    .where('retracted_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
