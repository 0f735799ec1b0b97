import { type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import type { MessageTable } from './schema.ts';

export type MessageRow = Selectable<MessageTable>;

export interface ConversationKey {
  appId: number;
  kind: number;
  key: string;
}

/** The apps of a message. */
export interface MessageApps {
  /** That of its conversations. */
  appId: number;
  /** The other one, of a message between two. */
  otherAppId?: number | undefined;
  /** Whether the sender is of the other one. */
  fromOther?: boolean;
}

/** One message and the conversations that each get a copy. */
export interface NewMessage extends MessageApps {
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
  /** At or after the time given: the times of a conversation never run backwards. */
  sentAt: number;
}

/**
 * Stores messages in one statement and returns their copies in the order given.
 * The row lock on a conversation is held until the commit, so its numbers follow the order of commits without a gap.
 * Conversations are locked in key order: concurrent writers cannot deadlock. The signal ends the waiting, not what PostgreSQL does.
 */
export async function appendMessages(db: Db, messages: NewMessage[], signal?: AbortSignal): Promise<StoredMessage[]> {
  const draft = <K extends keyof NewMessage>(name: K) => messages.map((message) => message[name]);
  const copies = messages.flatMap(({ appId, sentAt, conversations }, index) =>
    conversations.map((to) => ({ ...to, appId, sentAt, draft: index + 1 })),
  );
  const copy = <K extends keyof (typeof copies)[number]>(name: K) => copies.map((one) => one[name]);
  const otherApps = messages.map(({ otherAppId = null }) => otherAppId);
  const fromOther = messages.map((message) => message.fromOther === true);
  // The texts join last: a message to a thousand users travels, and waits in memory, once.
  const { rows } = await sql<StoredMessage>`/* append-messages */
    with copy as materialized (
      select *, nextval('message_ids') as id,
        row_number() over (partition by app_id, kind, key order by ord) as place,
        count(*) over (partition by app_id, kind, key) as total
      from unnest(${copy('appId')}::int[], ${copy('kind')}::int[], ${copy('key')}::text[], ${copy('sentAt')}::bigint[],
        ${copy('draft')}::int[]) with ordinality as c(app_id, kind, key, sent_at, draft, ord)
      order by ord
    ), bumped as (
      insert into conversations as c (app_id, kind, key, last_seq, last_sent_at)
      select app_id, kind, key, count(*), max(sent_at) from copy group by app_id, kind, key order by app_id, kind, key
      on conflict (app_id, kind, key) do update set
        last_seq = c.last_seq + excluded.last_seq, last_sent_at = greatest(c.last_sent_at, excluded.last_sent_at)
      returning id, app_id, kind, key, last_seq, last_sent_at
    ), numbered as (
      select copy.id, app_id, draft, ord, bumped.id as conversation_id, last_seq - total + place as seq, last_sent_at as sent_at
      from copy join bumped using (app_id, kind, key)
    ), stored as (
      insert into messages (conversation_id, seq, id, app_id, other_app_id, from_other, sender_id, object_name, content, options, sent_at, persisted)
      select conversation_id, seq, id, app_id, other_app_id, from_other, sender_id, object_name, content, options, sent_at, persisted
      from numbered join unnest(${draft('senderId')}::text[], ${draft('objectName')}::text[], ${draft('content')}::text[],
        ${draft('options')}::text[], ${draft('persisted')}::boolean[], ${otherApps}::int[], ${fromOther}::boolean[])
        with ordinality as d(sender_id, object_name, content, options, persisted, other_app_id, from_other, draft) using (draft)
    )
    select id, seq, conversation_id as "conversationId", sent_at as "sentAt" from numbered order by ord`.execute(db, signal && { signal });
  return rows;
}

/** Ids for messages that are answered but not stored. */
export async function takeMessageIds(db: Db, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`select nextval('message_ids') as id from generate_series(1, ${count}::int)`.execute(db);
  return rows.map((row) => row.id);
}

/** A message as it is looked up: by one of its apps and its id, unless it was sent before `since` (milliseconds). */
export interface MessageKey {
  appId: number;
  id: number;
  since: number;
}

/** A message with the kind and key of its conversation. */
export type LocatedMessage = MessageRow & { kind: number; key: string };

export async function findMessage(db: Db, key: MessageKey): Promise<LocatedMessage | undefined> {
  return queryMessage(db, key).executeTakeFirst();
}

/**
 * Until the transaction ends, others who lock it wait. It goes before any append to the conversation, whose row is locked until the
 * commit: callers that lock in this order cannot deadlock.
 */
export async function lockMessage(db: Db, key: MessageKey): Promise<LocatedMessage | undefined> {
  return queryMessage(db, key).forNoKeyUpdate('messages').executeTakeFirst();
}

function queryMessage(db: Db, { appId, id, since }: MessageKey) {
  return db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .selectAll('messages')
    .select(['conversations.kind', 'conversations.key'])
    .where('messages.id', '=', id)
    .where((eb) => eb.or([eb('messages.app_id', '=', appId), eb('messages.other_app_id', '=', appId)]))
    .where('messages.sent_at', '>=', since);
}

/** One that was retracted before keeps its time. */
export async function markRetracted(db: Db, id: number, at: number): Promise<void> {
  await db.updateTable('messages').set({ retracted_at: at }).where('id', '=', id).where('retracted_at', 'is', null).execute();
}
