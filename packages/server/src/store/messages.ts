import { type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import type { MessageTable } from './schema.ts';

export type MessageRow = Selectable<MessageTable>;

export interface ConversationKey {
  appId: number;
  kind: number;
  key: string;
}

/** One message and the conversations that each get a copy. */
export interface NewMessage {
  appId: number;
  senderId: string;
  objectName: string;
  content: string;
  options: string;
  sentAt: number;
  persisted: boolean;
  conversations: { kind: number; key: string }[];
}

export interface StoredMessage {
  id: number;
  seq: number;
  conversationId: number;
}

/**
 * Stores messages in one statement and returns their copies in the order given.
 * The row lock on a conversation is held until the commit, so its numbers follow the order of commits without a gap.
 * Conversations are locked in key order: concurrent writers cannot deadlock.
 */
export async function appendMessages(db: Db, messages: NewMessage[]): Promise<StoredMessage[]> {
  const draft = <K extends keyof NewMessage>(name: K) => messages.map((message) => message[name]);
  const copies = messages.flatMap(({ appId, conversations }, index) => conversations.map((to) => ({ ...to, appId, draft: index + 1 })));
  const copy = <K extends keyof (typeof copies)[number]>(name: K) => copies.map((one) => one[name]);
  // The texts join last: a message to a thousand users travels, and waits in memory, once.
  const { rows } = await sql<StoredMessage>`/* append-messages */
    with copy as materialized (
      select *, nextval('message_ids') as id,
        row_number() over (partition by app_id, kind, key order by ord) as place,
        count(*) over (partition by app_id, kind, key) as total
      from unnest(${copy('appId')}::int[], ${copy('kind')}::int[], ${copy('key')}::text[], ${copy('draft')}::int[])
        with ordinality as c(app_id, kind, key, draft, ord)
      order by ord
    ), bumped as (
      insert into conversations as c (app_id, kind, key, last_seq)
      select app_id, kind, key, count(*) from copy group by app_id, kind, key order by app_id, kind, key
      on conflict (app_id, kind, key) do update set last_seq = c.last_seq + excluded.last_seq
      returning id, app_id, kind, key, last_seq
    ), numbered as (
      select copy.id, draft, ord, bumped.id as conversation_id, last_seq - total + place as seq
      from copy join bumped using (app_id, kind, key)
    ), stored as (
      insert into messages (conversation_id, seq, id, sender_id, object_name, content, options, sent_at, persisted)
      select conversation_id, seq, id, sender_id, object_name, content, options, sent_at, persisted
      from numbered join unnest(${draft('senderId')}::text[], ${draft('objectName')}::text[], ${draft('content')}::text[],
        ${draft('options')}::text[], ${draft('sentAt')}::bigint[], ${draft('persisted')}::boolean[])
        with ordinality as d(sender_id, object_name, content, options, sent_at, persisted, draft) using (draft)
    )
    select id, seq, conversation_id as "conversationId" from numbered order by ord`.execute(db);
  return rows;
}

/** Ids for messages that are answered but not stored. */
export async function takeMessageIds(db: Db, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`select nextval('message_ids') as id from generate_series(1, ${count}::int)`.execute(db);
  return rows.map((row) => row.id);
}

/** Persisted messages of a conversation after a sequence number, oldest first. */
export async function persistedMessages(
  db: Db,
  conversation: ConversationKey,
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
    .where('messages.persisted', '=', true)
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
