import type { Ctx, Services } from '../../../server/src/context.ts';
import { broadcastsFor } from '../../../server/src/domain/broadcasts/read.ts';
import { joinChatroom, leaveChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { isPinned } from '../../../server/src/domain/conversations/pins.ts';
import { DomainError } from '../../../server/src/domain/errors.ts';
import { answerOnce } from '../../../server/src/domain/idempotency.ts';
import { groupConversation, privateConversation } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { readHistoryLog } from '../../../server/src/domain/messages/history-log.ts';
import { type Addressee, maySend } from '../../../server/src/domain/messages/may-send.ts';
import { unlessRepeated } from '../../../server/src/domain/messages/repeats.ts';
import { sendFromClient } from '../../../server/src/domain/messages/send.ts';
import { deliverPush } from '../../../server/src/domain/push/delivery.ts';
import { forbidPushes, registerDevice, removeDevice } from '../../../server/src/domain/push/devices.ts';
import type { Push } from '../../../server/src/domain/push/provider.ts';
import { issueToken, verifyToken } from '../../../server/src/domain/users/tokens.ts';
import { findToldMessage } from '../../../server/src/domain/webhooks/messages.ts';
import { workersOf } from '../../../server/src/workers.ts';
import type { RecordingVendor } from '../support/pushes.ts';
import type { Names } from './calls.ts';
import { hour } from './filling.ts';

/** What no operation does, by its name. */
export type Deeds = (names: Names) => Record<string, ((ctx: Ctx) => Promise<unknown>)[]>;

const message = { objectName: 'RC:TxtMsg', content: '{"content":"All my money"}', options: {} };
const people = ['ann', 'bob', 'dana', 'zora'];
const places: Addressee[] = [
  ...people.map((id) => ({ kind: 'private', id }) as const),
  ...['chess', 'go', 'zen'].map((id) => ({ kind: 'group', id }) as const),
  ...['lounge', 'hall', 'attic'].map((id) => ({ kind: 'chatroom', id }) as const),
];
const device = (userId: string, deviceId: string) => ({ userId, deviceId });

/** What users' clients do. */
export const clientCalls: Deeds = ({ appKey, messageIds, sentAt }) => ({
  maySend: people.flatMap((senderId) => places.map((to) => (ctx: Ctx) => maySend(ctx, { origin: 'client', senderId, to }))),
  sendFromClient: [(ctx) => sendFromClient(ctx, { senderId: 'cat', ...message }, { kind: 'private', id: 'dana' })],
  isPinned: people.map((userId) => (ctx: Ctx) => isPinned(ctx, { userId, kind: 'group', targetId: 'chess' })),
  verifyToken: people.map((userId) => async (ctx: Ctx) => (await verifyToken(ctx, issueToken(ctx, userId)))?.userId),
  broadcastsFor: people.map((userId) => (ctx: Ctx) => broadcastsFor(ctx, userId, { after: 0, limit: 10 })),
  readConversation: [privateConversation('ann', 'bob'), privateConversation('bob', 'cat'), groupConversation('chess')].flatMap((one) =>
    ['ann', 'bob'].map((viewer) => (ctx: Ctx) => readConversation(ctx, one, { after: 0, limit: 10, viewer })),
  ),
  joinChatroom: ['hall', 'attic'].map((chatroomId) => (ctx: Ctx) => joinChatroom(ctx, { chatroomId, userIds: ['bob', 'zora'] })),
  leaveChatroom: ['lounge', 'hall', 'attic'].map((chatroomId) => (ctx: Ctx) => leaveChatroom(ctx, { chatroomId, userIds: ['ann', 'bob'] })),
  registerDevice: [
    (ctx) =>
      registerDevice(ctx, {
        ...device('bob', 'device of ann'),
        platform: 'android',
        packageName: 'com.example',
        provider: 'fcm',
        token: 'new',
      }),
  ],
  forbidPushes: [(ctx) => forbidPushes(ctx, device('bob', 'device of ann')), (ctx) => forbidPushes(ctx, device('bob', 'device of bob'))],
  removeDevice: [(ctx) => removeDevice(ctx, device('bob', 'device of ann')), (ctx) => removeDevice(ctx, device('bob', 'device of bob'))],
  findToldMessage: [messageIds.user, messageIds.foreign].map((messageId) => async (ctx: Ctx) => {
    const { app: _, ...told } = (await findToldMessage(ctx, { appKey, messageId })) ?? {};
    return told;
  }),
  readHistoryLog: [(ctx) => Array.fromAsync(readHistoryLog(ctx, sentAt - (sentAt % hour)))],
});

const answer = async () => async () => ({ status: 200, body: { code: 200, of: 'new' } });
const refuse = async () => {
  throw new DomainError('parameter-invalid');
};
const request = { fingerprint: 'new' };

/** Calls with an Idempotency-Key, which the second app has used too. */
export const repeatedCalls: Deeds = () => ({
  answerOnce: [
    (ctx) => answerOnce(ctx, { key: 'done', fingerprint: 'first' }, answer),
    (ctx) => answerOnce(ctx, { key: 'other', ...request }, answer),
    (ctx) => answerOnce(ctx, { key: 'other', ...request }, answer),
    (ctx) => answerOnce(ctx, { key: 'free', ...request }, refuse),
    (ctx) => answerOnce(ctx, { key: 'free', ...request }, answer),
  ],
});

/** The same, and what is swept beside calls. */
export const sweeps: Deeds = () => ({
  workers: [(ctx) => sweep(ctx)],
  answerOnce: [(ctx) => answerOnce(ctx, { key: 'new', ...request }, answer)],
  unlessRepeated: [(ctx) => unlessRepeated(ctx, { senderId: 'cat', random: '77' }, async () => 'sent')],
});

/** What the server does now and then. */
export async function sweep(services: Services): Promise<void> {
  for (const { queue, handle } of workersOf(services)) {
    if (queue.everySeconds !== undefined) await (handle as (data: object) => Promise<void>)({});
  }
}

/** Carries out the pushes of the app's calls, and gives what the vendor got. */
export async function deliverOpenPushes(ctx: Ctx, vendor: RecordingVendor): Promise<Push[]> {
  const open = ctx.db.selectFrom('push_tasks').select('id').where('app_id', '=', ctx.app.id).where('state', '!=', 'done').orderBy('id');
  for (const { id } of await open.execute()) await deliverPush(ctx, { taskId: id }, new AbortController().signal);
  return vendor.pushes.splice(0);
}
