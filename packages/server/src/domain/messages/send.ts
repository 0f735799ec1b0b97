import type { Ctx } from '../../context.ts';
import type { Db } from '../../store/db.ts';
import { appendMessages, type NewMessage, takeMessageIds } from '../../store/messages.ts';
import { noteMessages } from '../chatrooms/activity.ts';
import { everywhere } from '../chatrooms/mutes.ts';
import { DomainError } from '../errors.ts';
import { screen } from '../moderation/screen.ts';
import { requireService } from '../service-switch.ts';
import { findRefusers } from '../users/may-send.ts';
import {
  appsOf,
  broadcastConversation,
  type Conversation,
  type ConversationKind,
  chatroomConversation,
  conversationKinds,
  conversationTo,
  groupConversation,
  privateConversation,
  type ScopedTarget,
  systemConversation,
} from './conversation.ts';
import type { MessageDraft } from './draft.ts';
import { type Addressee, maySend, type Origin } from './may-send.ts';
import { unlessRepeated } from './repeats.ts';

/** Id and time (milliseconds) under which a message was accepted for one target. */
export interface Receipt {
  target: string;
  id: number;
  sentAt: number;
  /** The sensitive word for which the target got nothing. */
  blockedBy?: string | undefined;
}

export interface Recipients {
  userIds: string[];
  /** Those whose lists refuse the sender get nothing, but the call is answered alike: it reports acceptance, not delivery. */
  respectLists?: boolean;
  /** In a conversation that they cannot answer in. */
  system?: boolean;
}

/** Sends to users, one message each. Fails with `message-repeated`. */
export async function sendToUsers(ctx: Ctx, draft: MessageDraft, to: Recipients): Promise<Receipt[]> {
  return send(ctx, 'server', [{ draft, targets: await userTargets(ctx, draft.senderId, to) }]);
}

/** Sends to each user a draft of its own; the drafts are by one sender. Fails with `message-repeated`. */
export async function sendToEachUser(ctx: Ctx, drafts: MessageDraft[], to: Recipients): Promise<Receipt[]> {
  const targets = await userTargets(ctx, drafts[0]!.senderId, to);
  const parts = drafts.map((draft, index) => ({ draft, targets: [targets[index]!] }));
  return send(ctx, 'server', parts);
}

async function userTargets(ctx: Ctx, senderId: string, { userIds, respectLists, system }: Recipients): Promise<Target[]> {
  const refusers = respectLists ? await findRefusers(ctx, senderId, userIds) : undefined;
  const conversationWith = system ? systemConversation : privateConversation;
  return userIds.map((id) => ({ id, conversation: conversationWith(senderId, id), unwanted: refusers?.has(id) }));
}

/** Sends to groups, one message each, whatever their size. The groups need not exist. Fails with `message-repeated`. */
export async function sendToGroups(ctx: Ctx, draft: MessageDraft, groupIds: string[]): Promise<Receipt[]> {
  return send(ctx, 'server', [{ draft, targets: groupIds.map((id) => ({ id, conversation: groupConversation(id) })) }]);
}

/**
 * Sends to chatrooms, one message each, and starts their idle time again. They need not exist.
 * Fails with `message-repeated`, and with `service-off` for a priority that the app does not have.
 */
export async function sendToChatrooms(ctx: Ctx, draft: MessageDraft, chatroomIds: string[]): Promise<Receipt[]> {
  if (draft.options.priority === 1) requireService(ctx, 'chatroomWhitelist');
  if (draft.options.priority === 3) requireService(ctx, 'chatroomMessagePriority');
  const receipts = await send(ctx, 'server', [{ draft, targets: chatroomIds.map(chatroomTarget) }]);
  const [{ sentAt, blockedBy }] = receipts as [Receipt];
  if (blockedBy === undefined) await noteMessages(ctx, { appId: ctx.app.id, chatroomIds }, sentAt);
  return receipts;
}

/** The same for one chatroom. */
export async function sendToChatroom(ctx: Ctx, draft: MessageDraft, chatroomId: string): Promise<Receipt> {
  return (await sendToChatrooms(ctx, draft, [chatroomId]))[0]!;
}

/**
 * Sends to everybody who is in any chatroom of the app: one message, whatever the number of chatrooms. It is in the history of none of
 * them and does not count as their activity. Fails with `service-off`.
 */
export async function sendToAllChatrooms(ctx: Ctx, draft: MessageDraft): Promise<void> {
  requireService(ctx, 'chatroomBroadcast');
  const unpersisted = { ...draft, options: { ...draft.options, unpersisted: true } };
  await send(ctx, 'server', [{ draft: unpersisted, targets: [chatroomTarget(everywhere)] }]);
}

function chatroomTarget(id: string): Target {
  return { id, conversation: chatroomConversation(id) };
}

/**
 * Sends to one user, group or chatroom, which need not exist. Whether another app lets this one do so is for the caller to find out.
 * Fails with `message-repeated`.
 */
export async function sendTo(ctx: Ctx, draft: MessageDraft, target: ScopedTarget): Promise<Receipt> {
  const { appId, kind, id } = target;
  const conversation = conversationTo(target, { appId: ctx.app.id, id: draft.senderId });
  const receipt = (await send(ctx, 'server', [{ draft, targets: [{ id, conversation }] }]))[0]!;
  if (kind === 'chatroom' && receipt.blockedBy === undefined) await noteMessages(ctx, { appId, chatroomIds: [id] }, receipt.sentAt);
  return receipt;
}

/** Sends what the client of the draft's sender wants to send. Fails with what `maySend` says, or with `message-blocked`. */
export async function sendFromClient(ctx: Ctx, draft: MessageDraft, { kind, id }: Addressee): Promise<Receipt> {
  const conversation = kind === 'private' ? privateConversation(draft.senderId, id) : { kind, key: id };
  const [receipt] = await send(ctx, 'client', [{ draft, targets: [{ id, conversation }] }]);
  if (kind === 'chatroom') await noteMessages(ctx, { appId: ctx.app.id, chatroomIds: [id] }, receipt!.sentAt);
  return receipt!;
}

/** Sends a message to many users: it is stored once, and not kept in the history. Who they are is for the caller to store. */
export async function sendBroadcast(ctx: Ctx, draft: MessageDraft): Promise<Receipt> {
  const unpersisted = { ...draft, options: { ...draft.options, unpersisted: true } };
  const target = { id: draft.senderId, conversation: broadcastConversation(draft.senderId) };
  return (await send(ctx, 'server', [{ draft: unpersisted, targets: [target] }]))[0]!;
}

/** A draft and all who get it. */
interface Part {
  draft: MessageDraft;
  targets: Target[];
  blockedBy?: string;
}

interface Target {
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
async function send(ctx: Ctx, origin: Origin, drafted: Part[]): Promise<Receipt[]> {
  await requireMaySend(ctx, origin, drafted[0]!);
  const parts = await Promise.all(drafted.map((part) => screenPart(ctx, origin, part)));
  const sentAt = ctx.clock.now();
  const { senderId, random } = parts[0]!.draft;
  const tx = ctx.db.isTransaction ? ctx.db : undefined;
  const taken =
    random === undefined
      ? await takeIds(ctx, parts, { sentAt, tx })
      : await unlessRepeated(ctx, { senderId, random }, (tx) => takeIds(ctx, parts, { sentAt, tx }));
  const receipts = parts.flatMap(({ targets, blockedBy }) => targets.map(({ id }) => ({ target: id, blockedBy })));
  return receipts.map((receipt, index) => ({ ...receipt, ...taken[index]! }));
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
  if ('content' in screened) return { draft: { ...draft, content: screened.content }, targets };
  return { draft, targets: targets.map((target) => ({ ...target, unwanted: true })), ...screened };
}

type Taken = Pick<Receipt, 'id' | 'sentAt'>;

/**
 * An id and a time for each target, in order: those of the copy which is stored, or bare ones where none is. What is stored goes into the
 * transaction, or without one into the next group commit.
 */
async function takeIds(ctx: Ctx, parts: Part[], { sentAt, tx }: { sentAt: number; tx: Db | undefined }): Promise<Taken[]> {
  const messages = parts.map((part) => newMessage(ctx, part, sentAt)).filter(({ conversations }) => conversations.length > 0);
  const copies = messages.length === 0 ? [] : await (tx ? appendMessages(tx, messages) : ctx.messages.append(messages));
  const kept = parts.flatMap(({ draft, targets }) => targets.map((target) => isKept(draft, target)));
  const bare = await takeMessageIds(tx ?? ctx.db, kept.length - copies.length);
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
