import { type RawBuilder, sql } from 'kysely';
import type { Db } from './db.ts';
import type { LocatedMessage } from './messages.ts';

/**
 * Messages by the time of sending: of an app or of one sender, from a time (milliseconds) to one that is not of the range any more,
 * or of one conversation between two sequence numbers, the first of which is not of the range.
 */
export type SentScope =
  | { appId: number; senderId?: string | undefined; from: number; end: number }
  | { conversationId: number; afterSeq: number; lastSeq: number };

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
  return selectPage(db, sql`${inScope(scope)} and ${isAfter(scope, page.after)}`, { ...page, order: orderOf(scope) });
}

/** Those that are persisted, not retracted, not cleared for everyone, and of no type of the `commands`. */
export async function pageOfVisible(
  db: Db,
  { scope, commands }: { scope: SentScope; commands: string[] },
  page: SentPage,
): Promise<LocatedMessage[]> {
  const where = sql`${inScope(scope)} and ${isAfter(scope, page.after)} and ${isVisible(commands)}`;
  return selectPage(db, where, { ...page, order: orderOf(scope) });
}

export async function countVisible(db: Db, { scope, commands }: { scope: SentScope; commands: string[] }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from messages where ${inScope(scope)} and ${isVisible(commands)}`.execute(db);
  return rows[0]!.count;
}

/** The page first, then its conversations: the join must not be what is sorted. */
async function selectPage(
  db: Db,
  where: RawBuilder<unknown>,
  { limit, order }: SentPage & { order: RawBuilder<unknown> },
): Promise<LocatedMessage[]> {
  const { rows } = await sql<LocatedMessage>`
    select messages.*, conversations.kind, conversations.key
    from (select * from messages where ${where} order by ${order} limit ${limit}) as messages
    join conversations on conversations.id = messages.conversation_id
    order by ${order}`.execute(db);
  return rows;
}

function inScope(scope: SentScope): RawBuilder<unknown> {
  if ('conversationId' in scope) {
    return sql`messages.conversation_id = ${scope.conversationId} and messages.seq > ${scope.afterSeq} and messages.seq <= ${scope.lastSeq}`;
  }
  const bySender = scope.senderId === undefined ? sql`true` : sql`messages.sender_id = ${scope.senderId}`;
  return sql`messages.app_id = ${scope.appId} and ${bySender} and messages.sent_at >= ${scope.from} and messages.sent_at < ${scope.end}`;
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
