import type { jmessage } from '@diglot/api';
import type { RequestCtx } from '../context.ts';
import { getRoom } from '../domain/chatrooms/owned-rooms.ts';
import { DomainError } from '../domain/errors.ts';
import { getGroup } from '../domain/groups/owned-groups.ts';
import { chatroomConversation, groupConversation, targetOf } from '../domain/messages/conversation.ts';
import { countReport, listReport, type ReportedMessage, type ReportSubject } from '../domain/messages/report.ts';
import { requireRegistered } from '../domain/users/registered.ts';
import type { Handlers } from '../http/dialect.ts';
import { readCursor, type Walk, writeCursor } from './history-cursor.ts';
import { readRange } from './history-range.ts';
import { toWire, withPlainExtras } from './message-body.ts';

type Schemas = jmessage.components['schemas'];
type PageQuery = NonNullable<jmessage.operations['listMessages']['parameters']['query']>;

export const messageHistory = {
  listMessages: async (ctx, { query }) => page(ctx, { name: 'app', subject: 'app' }, query),

  listUserMessages: async (ctx, { path: { username }, query }) => {
    await requireRegistered(ctx, [username]);
    return page(ctx, { name: `user ${username}`, subject: { senderId: username } }, query);
  },

  listGroupMessages: async (ctx, { path: { gid }, query }) => {
    const conversation = groupConversation((await getGroup(ctx, gid)).group_id);
    return page(ctx, { name: `group ${gid}`, subject: { conversation } }, query);
  },

  listChatroomMessages: async (ctx, { path: { chatroomid }, query }) => {
    const conversation = chatroomConversation((await getRoom(ctx, chatroomid)).chatroom_id);
    return page(ctx, { name: `room ${chatroomid}`, subject: { conversation } }, query);
  },
} satisfies Partial<Handlers<jmessage.operations>>;

/** A list of messages, under the name that its cursors hold. */
interface List {
  name: string;
  subject: ReportSubject;
}

async function page(ctx: RequestCtx, { name, subject }: List, query: PageQuery): Promise<Schemas['Page']> {
  const walk = query.cursor === undefined ? await begin(ctx, subject, query) : readCursor(ctx, name, query.cursor);
  const { range, count, total, after } = walk;
  // One more tells whether something follows.
  const found = await listReport(ctx, { subject, range }, { after, limit: count + 1 });
  const messages = found.slice(0, count);
  const last = found.length > count ? messages.at(-1)! : undefined;
  const cursor = last && writeCursor(ctx, name, { range, count, total, after: { sentAt: last.sentAt, id: last.id, seq: last.seq } });
  return { total, ...(cursor !== undefined && { cursor }), count: messages.length, messages: messages.map(present) };
}

async function begin(ctx: RequestCtx, subject: ReportSubject, query: PageQuery): Promise<Walk> {
  if (query.count === undefined) throw new DomainError('parameter-missing', { field: 'count' });
  const range = readRange(ctx, query);
  return { range, count: query.count, total: await countReport(ctx, subject, range) };
}

const targetTypes = { private: 'single', system: 'single', broadcast: 'single', group: 'group', chatroom: 'chatroom' } as const;

function present(message: ReportedMessage): Schemas['Message'] {
  const { conversation, senderId, sender, targetNumber, options, sentAt } = message;
  return {
    target_type: targetTypes[conversation.kind],
    target_id: String(targetNumber ?? targetOf(conversation, senderId)),
    target_name: options.targetName ?? '',
    target_appkey: message.targetAppKey,
    from_type: sender?.isAdmin ? 'admin' : 'user',
    from_id: senderId,
    from_name: options.fromName ?? sender?.name ?? senderId,
    from_appkey: message.senderAppKey,
    from_platform: 'api',
    set_from_name: options.fromName === undefined ? 0 : 1,
    ...(options.structuredExtras ? toWire(message) : withPlainExtras(toWire(message))),
    create_time: Math.floor(sentAt / 1000),
    version: 1,
    msgid: message.id,
    msg_ctime: sentAt,
    msg_level: conversation.apps ? 1 : 0,
    no_offline: options.noOffline ?? false,
    no_notification: options.disablePush ?? false,
  };
}
