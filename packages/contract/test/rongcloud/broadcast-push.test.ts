import { afterAll, beforeAll, expect, test } from 'vitest';
import { finished, type PushServer, startPushServer } from '../support/pushes.ts';

let on: PushServer;
beforeAll(async () => {
  on = await startPushServer();
  await on.rongcloud.call('registerUser', { body: { userId: 'named', name: 'The News' } });
});
afterAll(() => on.stop());

/** What devices get of a broadcast; nothing when it brings no push. */
async function pushed(fields: object) {
  const body = { fromUserId: 'sys', objectName: 'App:News', content: '{}', ...fields };
  const before = await latestTask();
  expect(await on.rongcloud.call('broadcastMessage', { body })).toMatchObject({ status: 200 });
  const task = await latestTask();
  if (!task || task.id === before?.id) return [];
  await finished(on, task.public_id);
  return on.vendor.pushes.filter(({ taskId }) => taskId === task.public_id);
}
const latestTask = () => on.ctx.db.selectFrom('push_tasks').select(['id', 'public_id']).orderBy('id', 'desc').executeTakeFirst();

test.each<[string, string, string | undefined]>([
  ['RC:TxtMsg', '{"content":"hello"}', 'hello'],
  ['RC:ReferenceMsg', '{"content":"yes","referMsg":{}}', 'yes'],
  ['RC:ImgMsg', '{}', '[Image]'],
  ['RC:FileMsg', '{}', '[File]'],
  ['RC:TxtMsg', 'no JSON', undefined],
  ['RC:TxtMsg', 'null', undefined],
  ['RC:TxtMsg', '{"content":7}', undefined],
  ['RC:InfoNtf', '{"message":"x"}', undefined],
  ['RC:RcCmd', '{}', undefined],
  ['App:News', '{"content":"hello"}', undefined],
])('of type %s with %s the push says %s', async (objectName, content, alert) => {
  const pushes = await pushed({ objectName, content });
  expect(pushes.map(({ device }) => device.deviceId).toSorted()).toEqual(
    alert === undefined ? [] : ['ann-android', 'ann-ios', 'bob-android', 'dan-harmonyos'],
  );
  for (const push of pushes) expect(push.content.alert).toBe(alert);
});

test('a text of its own wins; the title is the name of the sender, and the settings come along', async () => {
  const fields = { fromUserId: 'named', pushContent: 'own', pushData: 'data', pushExt: '{"title":"t"}', contentAvailable: 1 };
  const pushes = await pushed({ ...fields, objectName: 'RC:TxtMsg', content: '{"content":"hello"}' });
  const shared = { title: 'The News', alert: 'own', pushData: 'data', pushExt: '{"title":"t"}' };
  for (const { content } of pushes) expect(content).toMatchObject(shared);
  expect(pushes.find(({ device }) => device.platform === 'ios')?.content.settings).toEqual({ contentAvailable: true });
});

test.each([
  ['iOS', ['ann-ios']],
  ['Android', ['ann-android', 'bob-android']],
])('with os %s only its devices get the push', async (os, devices) => {
  const pushes = await pushed({ pushContent: 'x', os });
  expect(pushes.map(({ device }) => device.deviceId).toSorted()).toEqual(devices);
});
