import type { Ctx } from '../../context.ts';
import { takeMessageIds } from '../../store/messages.ts';
import { noteMessages } from '../chatrooms/activity.ts';
import { findRefusers } from '../users/may-send.ts';
import { type Conversation, chatroomConversation, conversationKinds, groupConversation, privateConversation } from './conversation.ts';

/** What is sent; the same for every target of a call. */
export interface MessageDraft {
  senderId: string;
  /** Type, such as `RC:TxtMsg`. */
  objectName: string;
  /** JSON of the type, or any text of a custom type. */
  content: string;
  options: MessageOptions;
}

/** Flags and push settings that travel with a message; what is left out has its default. */
export interface MessageOptions {
  pushContent?: string | undefined;
  pushData?: string | undefined;
  /** Push settings as JSON text. */
  pushExt?: string | undefined;
  /** No push for the offline. */
  disablePush?: boolean | undefined;
  /** Not kept in the history that is read back. */
  unpersisted?: boolean | undefined;
  /** Not kept for recipients who are offline. */
  noOffline?: boolean | undefined;
  /** Not counted as unread. */
  uncounted?: boolean | undefined;
  /** Also delivered to the sender's own clients. */
  includeSender?: boolean | undefined;
  /** Group message that names members in its content. */
  mentioned?: boolean | undefined;
  contentAvailable?: boolean | undefined;
  disableUpdateLastMsg?: boolean | undefined;
  needReadReceipt?: boolean | undefined;
  /** iOS badge. */
  badge?: number | undefined;
  /** The message can be extended; the first pairs, if any. */
  expansion?: Record<string, string> | undefined;
  /** Only these members of the group receive it; not kept in the history either. */
  onlyTo?: string[] | undefined;
  /** Names and notification texts of the JMessage dialect. */
  fromName?: string | undefined;
  targetName?: string | undefined;
  notification?: { title?: string | undefined; alert?: string | undefined } | undefined;
}

/** Id and time (milliseconds) under which a message was accepted for one target. */
export interface Receipt {
  target: string;
  id: number;
  sentAt: number;
}

/**
 * Sends to users, one message each. With `respectLists`, recipients whose lists refuse the sender get nothing,
 * but the call is answered alike: it reports acceptance, not delivery.
 */
export async function sendToUsers(ctx: Ctx, draft: MessageDraft, to: { userIds: string[]; respectLists?: boolean }): Promise<Receipt[]> {
  const refusers = to.respectLists ? await findRefusers(ctx, draft.senderId, to.userIds) : new Set<string>();
  const refused = to.userIds.filter((userId) => refusers.has(userId));
  const accepted = to.userIds.filter((userId) => !refusers.has(userId));
  const sent = await send(
    ctx,
    draft,
    accepted.map((userId) => ({ target: userId, conversation: privateConversation(draft.senderId, userId) })),
  );
  const dropped = refused.length > 0 ? await drop(ctx, refused) : [];
  return to.userIds.map((userId) => (refusers.has(userId) ? dropped : sent).shift()!);
}

/** Sends to groups, one message each, whatever their size. The groups need not exist. */
export async function sendToGroups(ctx: Ctx, draft: MessageDraft, groupIds: string[]): Promise<Receipt[]> {
  return send(
    ctx,
    draft,
    groupIds.map((groupId) => ({ target: groupId, conversation: groupConversation(groupId) })),
  );
}

/** Sends to a chatroom, whose idle time starts again. It need not exist. */
export async function sendToChatroom(ctx: Ctx, draft: MessageDraft, chatroomId: string): Promise<Receipt> {
  const [receipt] = await send(ctx, draft, [{ target: chatroomId, conversation: chatroomConversation(chatroomId) }]);
  await noteMessages(ctx, [chatroomId], receipt!.sentAt);
  return receipt!;
}

/** The one way a message enters the log: all targets or none. Resolves when it is committed. */
async function send(ctx: Ctx, draft: MessageDraft, targets: { target: string; conversation: Conversation }[]): Promise<Receipt[]> {
  const sentAt = ctx.clock.now();
  const { senderId, objectName, content, options } = draft;
  const copies = await ctx.messages.append({
    appId: ctx.app.id,
    senderId,
    objectName,
    content,
    options: JSON.stringify(options),
    sentAt,
    persisted: !options.unpersisted && !options.onlyTo,
    conversations: targets.map(({ conversation: { kind, key } }) => ({ kind: conversationKinds[kind], key })),
  });
  return targets.map(({ target }, index) => ({ target, id: copies[index]!.id, sentAt }));
}

async function drop(ctx: Ctx, userIds: string[]): Promise<Receipt[]> {
  const ids = await takeMessageIds(ctx.db, userIds.length);
  return userIds.map((target, index) => ({ target, id: ids[index]!, sentAt: ctx.clock.now() }));
}
