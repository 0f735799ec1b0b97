import type { Ctx } from '../../context.ts';
import { findChatrooms } from '../../store/chatrooms.ts';
import { findGids } from '../../store/groups.ts';
import { findHistory, seqsAt } from '../../store/message-history.ts';
import { countVisible, pageOfVisible, type SentPage, type SentScope } from '../../store/sent-messages.ts';
import { findUsers } from '../../store/users.ts';
import { at } from '../chatrooms/moment.ts';
import { type Conversation, conversationOf } from './conversation.ts';
import { keyOf, type Message, toMessage } from './history.ts';
import { recallCommand } from './recall.ts';
import { keptSince } from './retention.ts';

// Reports list what was sent, by the time of sending: without what was taken back, cleared for everyone or kept out of the history,
// and without the commands that tell clients of such changes.

/** The whole app, one sender or one conversation. */
export type ReportSubject = 'app' | { senderId: string } | { conversation: Conversation };

/** Milliseconds; `end` is not of the range any more. */
export interface ReportRange {
  from: number;
  end: number;
}

/** A page begins after a message, or at the first one. */
export type ReportPage = SentPage;

export interface ReportedMessage extends Message {
  conversation: Conversation;
  /** Undefined when the sender is not registered. */
  sender: { name: string | null; isAdmin: boolean } | undefined;
  /** The numeric id of the group or chatroom; undefined when it does not exist any more. */
  targetNumber: number | undefined;
}

export async function listReport(
  ctx: Ctx,
  { subject, range }: { subject: ReportSubject; range: ReportRange },
  page: ReportPage,
): Promise<ReportedMessage[]> {
  const scope = await scopeOf(ctx, subject, range);
  if (!scope) return [];
  const rows = await pageOfVisible(ctx.db, { scope, commands: [recallCommand] }, page);
  return withNames(
    ctx,
    rows.map((row) => ({ ...toMessage(row), conversation: conversationOf(row) })),
  );
}

export async function countReport(ctx: Ctx, subject: ReportSubject, range: ReportRange): Promise<number> {
  const scope = await scopeOf(ctx, subject, range);
  return scope ? countVisible(ctx.db, { scope, commands: [recallCommand] }) : 0;
}

/** Undefined when the conversation has no message. */
async function scopeOf(ctx: Ctx, subject: ReportSubject, range: ReportRange): Promise<SentScope | undefined> {
  const from = Math.max(range.from, keptSince(ctx));
  if (subject === 'app') return { appId: ctx.app.id, from, end: range.end };
  if ('senderId' in subject) return { appId: ctx.app.id, senderId: subject.senderId, from, end: range.end };
  const history = await findHistory(ctx.db, keyOf(ctx, subject.conversation), undefined);
  if (!history) return undefined;
  const ends = [from - 1, range.end - 1].map((at) => ({ conversationId: history.id, at }));
  const [before, last] = await seqsAt(ctx.db, ends);
  return { conversationId: history.id, afterSeq: Math.max(before!, history.clearedSeq), lastSeq: last! };
}

type Found = Omit<ReportedMessage, 'sender' | 'targetNumber'>;

async function withNames(ctx: Ctx, messages: Found[]): Promise<ReportedMessage[]> {
  const keysOf = (kind: Conversation['kind']) =>
    [...new Set(messages.map(({ conversation }) => conversation).filter((each) => each.kind === kind))].map(({ key }) => key);
  const [users, gids, rooms] = await Promise.all([
    findUsers(ctx.db, ctx.app.id, [...new Set(messages.map(({ senderId }) => senderId))]),
    findGids(ctx.db, ctx.app.id, keysOf('group')),
    findChatrooms(ctx.db, at(ctx), keysOf('chatroom')),
  ]);
  const senders = new Map(users.map((user) => [user.user_id, { name: user.name, isAdmin: user.is_admin }]));
  const roomIds = new Map(rooms.map((room) => [room.chatroom_id, room.room_id]));
  const numbers: Partial<Record<Conversation['kind'], Map<string, number>>> = { group: gids, chatroom: roomIds };
  return messages.map((message) => ({
    ...message,
    sender: senders.get(message.senderId),
    targetNumber: numbers[message.conversation.kind]?.get(message.conversation.key),
  }));
}
