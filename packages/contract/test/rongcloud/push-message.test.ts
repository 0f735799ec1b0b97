import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { broadcastsFor } from '../../../server/src/domain/broadcasts/read.ts';
import { connect, finished, type PushServer, startPushServer } from '../support/pushes.ts';
import { accepted } from '../support/rongcloud-wire.ts';
import { ids } from '../support/users.ts';

let on: PushServer;
beforeAll(async () => {
  on = await startPushServer();
});
afterAll(() => on.stop());

const both = ['ios', 'android'];
const alert = { alert: 'secret words' };
const everybody = { is_to_all: true };
const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });
const message = { fromuserid: 'app', message: { objectName: 'App:News', content: 'not JSON' } };
const seen = async (userId: string, count = 1) =>
  (await broadcastsFor(on.ctx, userId, { after: 0, limit: 1000 })).slice(-count).map(({ message: { id } }) => id);

describe('a push with a message', () => {
  test('gives the message to the users of the audience, those without a device included', async () => {
    const { id, messageUID } = await on.push({ tag: ['chess'] }, { ...message });
    expect(messageUID).toMatch(/^[0-9A-V]{4}(-[0-9A-V]{4}){3}$/);
    expect(await finished(on, id)).toEqual({ sent: 3, failed: 0, skipped: 1 });
    const page = await broadcastsFor(on.ctx, 'cat', { after: 0, limit: 10 });
    expect(page).toMatchObject([{ message: { senderId: 'app', objectName: 'App:News', content: 'not JSON', retracted: false } }]);
    for (const userId of ['ann', 'bob']) expect(await seen(userId)).toEqual([page[0]!.message.id]);
    for (const userId of ['dan', 'eve', 'nobody']) expect(await seen(userId)).toEqual([]);
  });

  test('stores the message once, in the conversation of its sender, with its flag', async () => {
    const fields = { ...message, fromuserid: 'once', message: { ...message.message, disableUpdateLastMsg: true } };
    await finished(on, (await on.push({ userid: ['ann', 'bob', 'stranger'] }, fields)).id);
    const rows = await on.ctx.db
      .selectFrom('messages')
      .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
      .select(['kind', 'key', 'persisted', 'options'])
      .where('sender_id', '=', 'once')
      .execute();
    const [{ options, ...row } = { options: '' }, ...others] = rows;
    expect(others).toEqual([]);
    expect(row).toEqual({ kind: 106, key: 'once', persisted: false });
    expect(JSON.parse(options)).toMatchObject({ disableUpdateLastMsg: true });
    expect(await seen('stranger')).toHaveLength(1);
  });

  test('to an application leaves out web clients and other applications', async () => {
    await connect(on, 'eve', { platform: 'web', packageName: 'com.example.lite' });
    const { id, messageUID } = await on.push({ packageName: 'com.example.lite' }, message);
    await finished(on, id);
    expect(messageUID).toBeDefined();
    expect(await seen('bob')).not.toEqual(await seen('eve'));
    expect(await seen('eve')).toEqual([]);
  });

  test('to everybody gives it to everybody, and pushes to devices', async () => {
    const { id } = await on.push(everybody, message);
    expect(await finished(on, id)).toEqual({ sent: 3, failed: 0, skipped: 0 });
    const [latest] = await seen('eve');
    for (const userId of ['ann', 'bob', 'cat', 'dan']) expect(await seen(userId)).toEqual([latest]);
  });

  test('pushes nothing where there is no text; the message arrives all the same', async () => {
    const silent = [undefined, { alert: '' }, { title: 't', ios: {}, android: {} }];
    for (const notification of silent) {
      const { id } = await on.push({ tag: ['go'] }, { ...message, notification });
      expect(await finished(on, id)).toEqual({ sent: 0, failed: 0, skipped: 1 });
      const before = await seen('dan');
      await finished(on, (await on.push(everybody, { ...message, notification })).id);
      expect(await seen('dan')).not.toEqual(before);
    }
    const { id } = await on.push(everybody, { ...message, notification: { ios: { alert: 'only here' } } });
    await finished(on, id);
    expect(on.vendor.devicesOf(id)).toEqual(['ann-ios']);
  });

  test('needs a sender; a sender alone is no message', async () => {
    const body = { platform: both, audience: everybody, notification: alert };
    const missing = { status: 400, body: { code: 1002, errorMessage: 'fromuserid is required.' } };
    expect(await call('pushToAudience', { ...body, message: message.message })).toMatchObject(missing);
    expect(await call('pushToAudience', { ...body, fromuserid: 'app' })).toMatchObject(accepted);
  });

  test('that is taken back is marked for its users', async () => {
    const { id, messageUID } = await on.push({ tag: ['go'] }, message);
    await finished(on, id);
    expect(await call('recallBroadcast', { fromUserId: 'app', messageUID })).toMatchObject(accepted);
    const [original, command] = (await broadcastsFor(on.ctx, 'dan', { after: 0, limit: 1000 })).slice(-2);
    expect(original).toMatchObject({ message: { objectName: 'App:News', retracted: true } });
    expect(command).toMatchObject({ message: { objectName: 'RC:RcCmd', retracted: false } });
    expect(await seen('ann')).not.toContain(command!.message.id);
  });
});

describe('a message whose users are not known yet', () => {
  test('is seen after what was sent in between, so that nobody who reads on misses it; its recall comes behind it', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    on.vendor.before = () => released;
    // As many as an app has carried out at once: further ones wait.
    const busy = await Promise.all(ids('busy', 2).map(() => on.push({ userid: ['ann'] })));
    await vi.waitFor(() => expect(on.vendor.waiting).toBe(2), { timeout: 20_000 });
    const waiting = await on.push({ tag: ['go'] }, message);
    await call('broadcastMessage', { fromUserId: 'app', objectName: 'App:Later', content: 'x' });
    expect(await call('recallBroadcast', { fromUserId: 'app', messageUID: waiting.messageUID })).toMatchObject(accepted);
    const [latest] = (await broadcastsFor(on.ctx, 'dan', { after: 0, limit: 1000 })).slice(-1);
    expect(latest).toMatchObject({ message: { objectName: 'App:Later' } });
    release();
    for (const { id } of [...busy, waiting]) await finished(on, id);
    const news = await broadcastsFor(on.ctx, 'dan', { after: latest!.position, limit: 10 });
    expect(news.map(({ message: { objectName, retracted } }) => [objectName, retracted])).toEqual([
      ['App:News', true],
      ['RC:RcCmd', false],
    ]);
    expect(news.map(({ position }) => position)).toEqual(news.map(({ position }) => position).toSorted((a, b) => a - b));
    expect(await broadcastsFor(on.ctx, 'ann', { after: latest!.position, limit: 10 })).toEqual([]);
  });
});
