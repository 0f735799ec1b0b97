import { type RawBuilder, sql } from 'kysely';
import type { Db } from './db.ts';
import type { LocatedMessage } from './messages.ts';

/** Messages of an app or of one sender, from a time (milliseconds) to one that is not of the range any more. */
interface TimeScope {
  appId: number;
  senderId?: string | undefined;
  from: number;
  end: number;
  /** Without messages between two apps. */
  withinApp?: boolean;
}

/** Messages by the time of sending, or of one conversation between two sequence numbers, the first of which is not of the range. */
export type SentScope = TimeScope | { conversationId: number; afterSeq: number; lastSeq: number };

/** Of one message in any scope. */
export interface SentPlace {
  sentAt: number;
  id: number;
  seq: number;
}

export interface SentPage {
  after?: SentPlace | undefined;
  limit: number;
}

/** Every message, in order of sending. */
export async function pageOfSent(db: Db, scope: SentScope, page: SentPage): Promise<LocatedMessage[]> {
  return selectPage(db, scope, { ...page, filter: sql`true` });
}

/** Those that are persisted, not retracted, not cleared for everyone, and of no type of the `commands`. */
export async function pageOfVisible(
  db: Db,
  { scope, commands }: { scope: SentScope; commands: string[] },
  page: SentPage,
): Promise<LocatedMessage[]> {
  return selectPage(db, scope, { ...page, filter: isVisible(commands) });
}

export async function countVisible(db: Db, { scope, commands }: { scope: SentScope; commands: string[] }): Promise<number> {
  const counts = waysInto(scope).map((way) => sql`(select count(*) from messages where ${way} and ${isVisible(commands)})`);
  const { rows } = await sql<{ count: number }>`select ${sql.join(counts, sql` + `)} as count`.execute(db);
  return rows[0]!.count;
}

/** The page first, then its conversations: the join must not be what is sorted. Each way into the scope has an index in the order. */
async function selectPage(
  db: Db,
  scope: SentScope,
  { after, limit, filter }: SentPage & { filter: RawBuilder<unknown> },
): Promise<LocatedMessage[]> {
  const order = orderOf(scope);
  const pages = waysInto(scope).map(
    (way) => sql`(select * from messages where ${way} and ${isAfter(scope, after)} and ${filter} order by ${order} limit ${limit})`,
  );
  const { rows } = await sql<LocatedMessage>`
    select messages.*, conversations.kind, conversations.key
    from (select * from (${sql.join(pages, sql` union all `)}) as messages order by ${order} limit ${limit}) as messages
    join conversations on conversations.id = messages.conversation_id
    order by ${order}`.execute(db);
  return rows;
}

/** Conditions of which each message of the scope meets one: those of an app can be in its own conversations and in another's. */
function waysInto(scope: SentScope): RawBuilder<unknown>[] {
  if ('conversationId' in scope) {
    return [
      sql`messages.conversation_id = ${scope.conversationId} and messages.seq > ${scope.afterSeq} and messages.seq <= ${scope.lastSeq}`,
    ];
  }
  const { appId, senderId, from, end, withinApp } = scope;
  const inTime = sql`messages.sent_at >= ${from} and messages.sent_at < ${end}`;
  const bySender = (isOther: RawBuilder<unknown>) =>
    senderId === undefined ? sql`true` : sql`messages.sender_id = ${senderId} and ${isOther}`;
  const home = sql`messages.app_id = ${appId} and ${bySender(sql`not messages.from_other`)} and ${inTime}`;
  if (withinApp) return [sql`${home} and messages.other_app_id is null`];
  return [home, sql`messages.other_app_id = ${appId} and ${bySender(sql`messages.from_other`)} and ${inTime}`];
}

function orderOf(scope: SentScope): RawBuilder<unknown> {
  return 'conversationId' in scope ? sql`messages.seq` : sql`messages.sent_at, messages.id`;
}

function isAfter(scope: SentScope, place: SentPlace | undefined): RawBuilder<unknown> {
  if (!place) return sql`true`;
  if ('conversationId' in scope) return sql`messages.seq > ${place.seq}`;
  return sql`(messages.sent_at, messages.id) > (${place.sentAt}, ${place.id})`;
}

function isVisible(commands: string[]): RawBuilder<unknown> {
  return sql`messages.persisted and messages.retracted_at is null and messages.object_name <> all(${commands}::text[]) and not exists (
    select from history_clears as cleared
    where cleared.conversation_id = messages.conversation_id and cleared.user_id = '' and cleared.seq >= messages.seq)`;
}
