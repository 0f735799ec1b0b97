import type { Ctx } from '../../context.ts';
import { appendMessages, type NewMessage, takeMessageIds } from '../../store/messages.ts';
import { DomainError } from '../errors.ts';
import { screen } from '../moderation/screen.ts';
import { isTold, transactionWithEvents } from '../webhooks/messages.ts';
import { appsOf, type Conversation, type ConversationKind, conversationKinds } from './conversation.ts';
import type { MessageDraft } from './draft.ts';
import { maySend, type Origin } from './may-send.ts';
import { unlessRepeated } from './repeats.ts';

/** Id and time (milliseconds) under which a message was accepted for one target. */
export interface Receipt {
  target: string;
  id: number;
  sentAt: number;
  /** The sensitive word for which the target got nothing. */
  blockedBy?: string | undefined;
}

/** A draft and all who get it. */
export interface Part {
  draft: MessageDraft;
  targets: Target[];
  blockedBy?: string;
  /** Sensitive words were replaced. */
  replaced?: boolean;
}

export interface Target {
  id: string;
  conversation: Conversation;
  /** Gets nothing, and an id in the answer all the same. */
  unwanted?: boolean | undefined;
}

/**
 * The one way in for every message: all targets or none. The parts are by one sender. Resolves when what is stored is committed,
 * or is part of the transaction that `ctx.db` is.
 * Fails with what `maySend` says, with `message-repeated`, and about a client's message with `message-blocked`.
 */
export async function accept(ctx: Ctx, origin: Origin, drafted: Part[]): Promise<Receipt[]> {
  await requireMaySend(ctx, origin, drafted[0]!);
  const parts = await Promise.all(drafted.map((part) => screenPart(ctx, origin, part)));
  const sentAt = ctx.clock.now();
  const told = origin === 'server' && !parts[0]!.draft.transient && isTold(ctx.app, parts[0]!.targets[0]!.conversation);
  const taken = told ? await storeAndTell(ctx, parts, sentAt) : await store(ctx, parts, sentAt);
  const receipts = parts.flatMap(({ targets, blockedBy }) => targets.map(({ id }) => ({ target: id, blockedBy })));
  return receipts.map((receipt, index) => ({ ...receipt, ...taken[index]! }));
}

async function storeAndTell(ctx: Ctx, parts: Part[], sentAt: number): Promise<Taken[]> {
  return transactionWithEvents(ctx, async (db, tell) => {
    const taken = await store({ ...ctx, db }, parts, sentAt);
    const copies = parts.flatMap(({ draft, targets, replaced }) => targets.map((target) => ({ kept: isKept(draft, target), replaced })));
    const stored = copies.map((copy, index) => ({ ...copy, messageId: taken[index]!.id })).filter(({ kept }) => kept);
    const events = stored.map(({ messageId, replaced }) => ({ messageId, replaced }));
    await tell(parts[0]!.targets[0]!.conversation, events);
    return taken;
  });
}

function store(ctx: Ctx, parts: Part[], sentAt: number): Promise<Taken[]> {
  const { senderId, random } = parts[0]!.draft;
  if (random === undefined) return takeIds(ctx, parts, sentAt);
  return unlessRepeated(ctx, { senderId, random }, (db) => takeIds({ ...ctx, db }, parts, sentAt));
}

/** A client sends to one target at a time. Of the many that the app's server may have, the first will do: it may send to any. */
async function requireMaySend(ctx: Ctx, origin: Origin, { draft, targets: [target] }: Part): Promise<void> {
  const { id, conversation } = target!;
  const verdict = await maySend(ctx, { origin, senderId: draft.senderId, to: { kind: conversation.kind, id } });
  if (verdict !== 'yes') throw new DomainError(verdict, { subject: id });
}

/** Conversations that are searched for sensitive words. Broadcasts are sent inside a transaction, where `screen` must not be called. */
const searchedKinds = new Set<ConversationKind>(['private', 'group', 'chatroom']);

/** With its sensitive words replaced; or for nobody, when one of them blocks it. */
async function screenPart(ctx: Ctx, origin: Origin, part: Part): Promise<Part> {
  const { draft, targets } = part;
  if (!searchedKinds.has(targets[0]!.conversation.kind)) return part;
  const screened = await screen(ctx, draft, origin);
  if ('content' in screened) {
    const { content } = screened;
    return { draft: { ...draft, content }, targets, replaced: content !== draft.content };
  }
  return { draft, targets: targets.map((target) => ({ ...target, unwanted: true })), ...screened };
}

type Taken = Pick<Receipt, 'id' | 'sentAt'>;

/**
 * An id and a time for each target, in order: those of the copy which is stored, or bare ones where none is. What is stored goes into the
 * transaction that `ctx.db` is, else into the next group commit.
 */
async function takeIds(ctx: Ctx, parts: Part[], sentAt: number): Promise<Taken[]> {
  const messages = parts.map((part) => newMessage(ctx, part, sentAt)).filter(({ conversations }) => conversations.length > 0);
  const append = (): Promise<Taken[]> => (ctx.db.isTransaction ? appendMessages(ctx.db, messages) : ctx.messages.append(messages));
  const copies = messages.length === 0 ? [] : await append();
  const kept = parts.flatMap(({ draft, targets }) => targets.map((target) => isKept(draft, target)));
  const bare = await takeMessageIds(ctx.db, kept.length - copies.length);
  return kept.map((stored) => {
    const { id, sentAt: at } = stored ? copies.shift()! : { id: bare.shift()!, sentAt };
    return { id, sentAt: at };
  });
}

function newMessage(ctx: Ctx, { draft, targets }: Part, sentAt: number): NewMessage {
  const { senderId, objectName, content, options } = draft;
  const kept = targets.filter((target) => isKept(draft, target));
  return {
    ...appsOf(ctx.app, targets[0]!.conversation),
    senderId,
    objectName,
    content,
    options: JSON.stringify(options),
    sentAt,
    persisted: !options.unpersisted && !options.onlyTo,
    conversations: kept.map(({ conversation: { kind, key } }) => ({ kind: conversationKinds[kind], key })),
  };
}

function isKept({ transient }: MessageDraft, { unwanted }: Target): boolean {
  return !transient && !unwanted;
}
