import type { Ctx } from '../../context.ts';
import { noteMessages } from '../chatrooms/activity.ts';
import { everywhere } from '../chatrooms/mutes.ts';
import { requireService } from '../service-switch.ts';
import { findRefusers } from '../users/may-send.ts';
import { accept, type Receipt, type Target } from './accept.ts';
import {
  broadcastConversation,
  chatroomConversation,
  conversationTo,
  groupConversation,
  privateConversation,
  type ScopedTarget,
  systemConversation,
} from './conversation.ts';
import type { MessageDraft } from './draft.ts';
import type { Addressee } from './may-send.ts';

export interface Recipients {
  userIds: string[];
  /** Those whose lists refuse the sender get nothing, but the call is answered alike: it reports acceptance, not delivery. */
  respectLists?: boolean;
  /** In a conversation that they cannot answer in. */
  system?: boolean;
}

/** Sends to users, one message each. Fails with `message-repeated`. */
export async function sendToUsers(ctx: Ctx, draft: MessageDraft, to: Recipients): Promise<Receipt[]> {
  return accept(ctx, 'server', [{ draft, targets: await userTargets(ctx, draft.senderId, to) }]);
}

/** Sends to each user a draft of its own; the drafts are by one sender. Fails with `message-repeated`. */
export async function sendToEachUser(ctx: Ctx, drafts: MessageDraft[], to: Recipients): Promise<Receipt[]> {
  const targets = await userTargets(ctx, drafts[0]!.senderId, to);
  const parts = drafts.map((draft, index) => ({ draft, targets: [targets[index]!] }));
  return accept(ctx, 'server', parts);
}

async function userTargets(ctx: Ctx, senderId: string, { userIds, respectLists, system }: Recipients): Promise<Target[]> {
  const refusers = respectLists ? await findRefusers(ctx, senderId, userIds) : undefined;
  const conversationWith = system ? systemConversation : privateConversation;
  return userIds.map((id) => ({ id, conversation: conversationWith(senderId, id), unwanted: refusers?.has(id) }));
}

/** Sends to groups, one message each, whatever their size. The groups need not exist. Fails with `message-repeated`. */
export async function sendToGroups(ctx: Ctx, draft: MessageDraft, groupIds: string[]): Promise<Receipt[]> {
  return accept(ctx, 'server', [{ draft, targets: groupIds.map((id) => ({ id, conversation: groupConversation(id) })) }]);
}

/**
 * Sends to chatrooms, one message each, and starts their idle time again. They need not exist.
 * Fails with `message-repeated`, and with `service-off` for a priority that the app does not have.
 */
export async function sendToChatrooms(ctx: Ctx, draft: MessageDraft, chatroomIds: string[]): Promise<Receipt[]> {
  if (draft.options.priority === 1) requireService(ctx, 'chatroomWhitelist');
  if (draft.options.priority === 3) requireService(ctx, 'chatroomMessagePriority');
  const receipts = await accept(ctx, 'server', [{ draft, targets: chatroomIds.map(chatroomTarget) }]);
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
  await accept(ctx, 'server', [{ draft: unpersisted, targets: [chatroomTarget(everywhere)] }]);
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
  const receipt = (await accept(ctx, 'server', [{ draft, targets: [{ id, conversation }] }]))[0]!;
  if (kind === 'chatroom' && receipt.blockedBy === undefined) await noteMessages(ctx, { appId, chatroomIds: [id] }, receipt.sentAt);
  return receipt;
}

/** Sends what the client of the draft's sender wants to send. Fails with what `maySend` says, or with `message-blocked`. */
export async function sendFromClient(ctx: Ctx, draft: MessageDraft, { kind, id }: Addressee): Promise<Receipt> {
  const conversation = kind === 'private' ? privateConversation(draft.senderId, id) : { kind, key: id };
  const [receipt] = await accept(ctx, 'client', [{ draft, targets: [{ id, conversation }] }]);
  if (kind === 'chatroom') await noteMessages(ctx, { appId: ctx.app.id, chatroomIds: [id] }, receipt!.sentAt);
  return receipt!;
}

/** Sends a message to many users: it is stored once, and not kept in the history. Who they are is for the caller to store. */
export async function sendBroadcast(ctx: Ctx, draft: MessageDraft): Promise<Receipt> {
  const unpersisted = { ...draft, options: { ...draft.options, unpersisted: true } };
  const target = { id: draft.senderId, conversation: broadcastConversation(draft.senderId) };
  return (await accept(ctx, 'server', [{ draft: unpersisted, targets: [target] }]))[0]!;
}
