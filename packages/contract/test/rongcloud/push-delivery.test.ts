import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sweepBroadcasts } from '../../../server/src/domain/broadcasts/sweep.ts';
import { deliverPush } from '../../../server/src/domain/push/delivery.ts';
import { connect, finished, type PushServer, startPushServer } from '../support/pushes.ts';
import { ids, insertUsers } from '../support/users.ts';

const day = 24 * 60 * 60_000;

let queries = 0;
let on: PushServer;
beforeAll(async () => {
  on = await startPushServer({
    onQuery: () => {
      queries += 1;
    },
  });
});
afterAll(() => on.stop());

const everybody = { is_to_all: true };
const targets = (publicId: string) =>
  on.ctx.db
    .selectFrom('push_targets')
    .innerJoin('push_tasks', 'push_tasks.id', 'push_targets.task_id')
    .select(['device_id', 'push_targets.state', 'attempts'])
    .where('public_id', '=', publicId)
    .orderBy('device_id')
    .execute();

test('what the vendor refuses has failed, and is not tried again', async () => {
  on.vendor.answer = ({ device }) => (device.platform === 'ios' ? 'failed' : 'sent');
  const { id } = await on.push(everybody);
  expect(await finished(on, id)).toEqual({ sent: 2, failed: 1, skipped: 0 });
  expect(await targets(id)).toMatchObject([{ state: 'sent' }, { device_id: 'ann-ios', state: 'failed', attempts: 1 }, { state: 'sent' }]);
  on.vendor.answer = () => 'sent';
});

/** Makes a failed job due, and has its worker look for it. */
async function retry(): Promise<void> {
  on.clock.advance(60_000);
  await finished(on, (await on.push({ userid: ['ann'] })).id);
}

test('a vendor that cannot be reached is tried again later, and given up after five attempts', async () => {
  let calls = 0;
  on.vendor.answer = ({ device }) => {
    if (device.deviceId !== 'bob-android') return 'sent';
    calls += 1;
    throw new Error('unreachable');
  };
  const { id } = await on.push({ packageName: 'com.example.lite' });
  for (let attempt = 1; attempt <= 5; attempt++) {
    await vi.waitFor(() => expect(calls).toBe(attempt), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await targets(id)).toMatchObject([{ state: 'sending', attempts: attempt }]));
    await retry();
  }
  expect(await finished(on, id)).toEqual({ sent: 0, failed: 1, skipped: 0 });
  expect(calls).toBe(5);
  on.vendor.answer = () => 'sent';
}, 120_000);

test('pushes of one app that the vendor keeps waiting do not hold up those of another', async () => {
  const { app, rongcloud } = await on.addApp();
  await insertUsers({ ...on, app }, 'fay');
  await connect({ ...on, ctx: { ...on.ctx, app } }, 'fay');
  const gate = Promise.withResolvers<void>();
  on.vendor.before = () => gate.promise;
  const slow = await Promise.all(Array.from({ length: 6 }, () => on.push(everybody)));
  await vi.waitFor(() => expect(on.vendor.waiting).toBe(2), { timeout: 25_000 });
  on.vendor.before = async () => {};
  const body = { platform: ['ios'], audience: everybody, notification: { alert: 'x' } };
  const { id } = (await rongcloud.call('pushToAudience', { body })).body as { id: string };
  expect(await finished(on, id)).toMatchObject({ sent: 1 });
  expect(on.vendor.waiting).toBe(2);
  gate.resolve();
  for (const push of slow) expect(await finished(on, push.id)).toMatchObject({ sent: 3 });
}, 60_000);

test('an audience of several pages gets it once each, by statements for many at once', async () => {
  const { app, rongcloud } = await on.addApp();
  const users = ids('many', 2500);
  const other = { ...on, app, ctx: { ...on.ctx, app } };
  await insertUsers(other, ...users);
  const rows = users.map((userId) => ({
    app_id: app.id,
    device_id: `device-${userId}`,
    user_id: userId,
    platform: 'android' as const,
    push_allowed: true,
    connected_at: on.clock.now(),
  }));
  await on.ctx.db.insertInto('devices').values(rows).execute();
  const body = { platform: ['android'], audience: everybody, notification: { alert: 'x' } };
  const before = queries;
  const { id } = (await rongcloud.call('pushToAudience', { body })).body as { id: string };
  await vi.waitFor(() => expect(on.vendor.devicesOf(id)).toHaveLength(2500), { timeout: 25_000 });
  // 3 pages of users, 13 batches of devices with two statements each, and what is done once.
  expect(queries - before).toBeLessThan(45);
  expect(await finished(on, id)).toEqual({ sent: 2500, failed: 0, skipped: 0 });
  expect(on.vendor.devicesOf(id)).toEqual(rows.map(({ device_id }) => device_id).toSorted());
}, 60_000);

test('a device that forbids pushes meanwhile is skipped', async () => {
  await connect(on, 'eve');
  const { id } = await on.push({ userid: ['eve'] });
  await finished(on, id);
  const task = await on.ctx.db.selectFrom('push_tasks').select('id').where('public_id', '=', id).executeTakeFirstOrThrow();
  // As it is between the two steps: found, and not sent to yet.
  await on.ctx.db.updateTable('push_tasks').set({ state: 'sending' }).where('id', '=', task.id).execute();
  await on.ctx.db.updateTable('push_targets').set({ state: 'pending' }).where('task_id', '=', task.id).execute();
  await on.ctx.db.deleteFrom('devices').where('user_id', '=', 'eve').execute();
  await deliverPush(on.ctx, { taskId: task.id }, AbortSignal.timeout(60_000));
  expect(await finished(on, id)).toEqual({ sent: 0, failed: 0, skipped: 1 });
  expect(on.vendor.devicesOf(id)).toEqual(['eve-ios']);
});

test('pushes and broadcasts are swept after 30 days, online broadcasts after 10 minutes; messages and later ones stay', async () => {
  const { db } = on.ctx;
  const online = { fromUserId: 'sys', objectName: 'App:On', content: 'x' };
  await on.rongcloud.call('broadcastToOnlineUsers', { body: online });
  const old = await on.push({ tag: ['chess'] }, { fromuserid: 'sys', message: { objectName: 'App:Old', content: 'x' } });
  await finished(on, old.id);
  const taskIds = async () => (await db.selectFrom('push_tasks').select('public_id').execute()).map(({ public_id }) => public_id);
  const kinds = async () => (await db.selectFrom('broadcasts').select('online_only').execute()).map(({ online_only }) => online_only);
  const before = await taskIds();
  on.clock.advance(10 * 60_000 + 1);
  await sweepBroadcasts(on.ctx);
  expect(await kinds()).toEqual([false]);
  expect(await taskIds()).toEqual(before);
  on.clock.advance(30 * day - 10 * 60_000);
  const later = await on.push({ userid: ['ann'] }, { fromuserid: 'sys', message: { objectName: 'App:New', content: 'x' } });
  await finished(on, later.id);
  await sweepBroadcasts(on.ctx);
  expect(await taskIds()).toEqual([later.id]);
  expect(await kinds()).toEqual([false]);
  expect(await targets(old.id)).toEqual([]);
  const messages = await db.selectFrom('messages').select('object_name').where('sender_id', '=', 'sys').orderBy('id').execute();
  expect(messages.map(({ object_name }) => object_name)).toEqual(['App:On', 'App:Old', 'App:New']);
});
