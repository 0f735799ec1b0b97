import type { Ctx } from '../../context.ts';
import { findApps } from '../../store/apps.ts';
import { findRoomIds } from '../../store/chatrooms.ts';
import { findGids } from '../../store/groups.ts';
import { findHistory, seqsAt } from '../../store/message-history.ts';
import type { Numbered, ScopedId, ScopedMap } from '../../store/scoped-ids.ts';
import { countVisible, pageOfVisible, type SentPage, type SentScope } from '../../store/sent-messages.ts';
import { findRegistered } from '../../store/users.ts';
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
  senderAppKey: string;
  targetAppKey: string;
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

type Found = Omit<ReportedMessage, 'senderAppKey' | 'targetAppKey' | 'sender' | 'targetNumber'>;

async function withNames(ctx: Ctx, messages: Found[]): Promise<ReportedMessage[]> {
  if (messages.length === 0) return [];
  const [appKeyOf, users, numberOf] = await Promise.all([
    findAppKeys(ctx, messages),
    findRegistered(ctx.db, messages.map(senderOf)),
    findNumbers(ctx, messages),
  ]);
  return messages.map((message) => {
    const sender = users.get(senderOf(message));
    return {
      ...message,
      senderAppKey: appKeyOf(message.senderAppId),
      targetAppKey: appKeyOf(targetAppOf(ctx, message)),
      sender: sender && { name: sender.name, isAdmin: sender.is_admin },
      targetNumber: numberOf(message.conversation),
    };
  });
}

function senderOf({ senderAppId, senderId }: Found): ScopedId {
  return { appId: senderAppId, id: senderId };
}

function targetAppOf(ctx: Ctx, { conversation: { apps }, senderAppId }: Found): number {
  if (!apps) return ctx.app.id;
  return apps.home === senderAppId ? apps.other : apps.home;
}

async function findAppKeys(ctx: Ctx, messages: Found[]): Promise<(appId: number) => string> {
  const apps = messages.flatMap(({ conversation }) => conversation.apps ?? []);
  const rows = await findApps(ctx.db, [...new Set(apps.flatMap(({ home, other }) => [home, other]))]);
  const keys = new Map([[ctx.app.id, ctx.app.key], ...rows.map(({ id, app_key }) => [id, app_key] as const)]);
  return (appId) => keys.get(appId)!;
}

async function findNumbers(ctx: Ctx, messages: Found[]): Promise<(conversation: Conversation) => number | undefined> {
  const idOf = ({ key, apps }: Conversation) => ({ appId: apps?.home ?? ctx.app.id, id: key });
  const idsOf = (kind: Conversation['kind']) =>
    messages
      .map(({ conversation }) => conversation)
      .filter((each) => each.kind === kind)
      .map(idOf);
  const [gids, roomIds] = await Promise.all([findGids(ctx.db, idsOf('group')), findRoomIds(ctx.db, idsOf('chatroom'), ctx.clock.now())]);
  const numbers: Partial<Record<Conversation['kind'], ScopedMap<Numbered>>> = { group: gids, chatroom: roomIds };
  return (conversation) => numbers[conversation.kind]?.get(idOf(conversation))?.number;
}
