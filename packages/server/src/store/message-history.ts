import { sql } from 'kysely';
import type { Db } from './db.ts';
import type { ConversationKey, MessageRow } from './messages.ts';

/** Persisted messages of a conversation sent at or after `since` (milliseconds), after a sequence number, oldest first. */
export async function persistedMessages(
  db: Db,
  history: { conversationId: number; since: number },
  page: { after: number; limit: number },
): Promise<MessageRow[]> {
  return db
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', history.conversationId)
    .where('seq', '>', page.after)
    .where('sent_at', '>=', history.since)
    .where('persisted', '=', true)
    .orderBy('seq')
    .limit(page.limit)
    .execute();
}

/** With the sequence number up to which it is cleared, for everyone or for the viewer; 0 when it is not. */
export async function findHistory(
  db: Db,
  { appId, kind, key }: ConversationKey,
  viewer: string | undefined,
): Promise<{ id: number; clearedSeq: number } | undefined> {
  const cleared = sql<number>`(
    select coalesce(max(seq), 0) from history_clears
    where conversation_id = conversations.id and user_id in ('', ${viewer ?? ''}))`;
  return db
    .selectFrom('conversations')
    .select(['id', cleared.as('clearedSeq')])
    .where('app_id', '=', appId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst();
}

/**
 * For each conversation and time the last sequence number sent at or before it; 0 when there is none. The times of a conversation
 * do not run backwards, so the range is halved until it is found. Numbers whose message is deleted are older than any that is there.
 */
export async function seqsAt(db: Db, places: { conversationId: number; at: number }[]): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`
    with recursive search(place, id, at, low, high) as (
      select place, id, at, 0::bigint, last_seq + 1
      from unnest(${places.map(({ conversationId }) => conversationId)}::bigint[], ${places.map(({ at }) => at)}::bigint[])
        with ordinality as wanted(id, at, place) join conversations using (id)
      union all
      select place, id, at, case when early then middle else low end, case when early then high else middle end
      from (
        select search.*, (low + high) / 2 as middle, coalesce(
          (select sent_at <= at from messages where conversation_id = search.id and seq = (low + high) / 2), true) as early
        from search where high - low > 1
      ) as halved
    )
    select max(low) as seq from search group by place order by place`.execute(db);
  return rows.map(({ seq }) => seq);
}

/** Clears the history up to a sequence number, for one user or, with an empty id, for everyone; never less far than before. */
export async function clearHistory(db: Db, clear: { conversationId: number; userId: string; seq: number }): Promise<void> {
  await db
    .insertInto('history_clears')
    .values({ conversation_id: clear.conversationId, user_id: clear.userId, seq: clear.seq })
    .onConflict((oc) =>
      oc.columns(['conversation_id', 'user_id']).doUpdateSet({ seq: sql<number>`greatest(history_clears.seq, excluded.seq)` }),
    )
    .execute();
}

/** Deletes the oldest messages of each app that were sent before its `since`, at most `limit`; says how many. Several may run at once. */
export async function deleteMessagesBefore(db: Db, apps: { appId: number; since: number }[], limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with due as materialized (
      select old.id from unnest(${apps.map(({ appId }) => appId)}::int[], ${apps.map(({ since }) => since)}::bigint[]) as keep(app_id, since)
      cross join lateral (
        select id from messages where messages.app_id = keep.app_id and messages.sent_at < keep.since
        order by sent_at, id limit ${limit}::int for update skip locked
      ) as old
      limit ${limit}::int
    ), gone as (delete from messages where id in (select id from due) returning id)
    select count(*) as count from gone`.execute(db);
  return rows[0]!.count;
}
