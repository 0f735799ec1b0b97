import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer, type WantedApp } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

/** An app of its own: the list is empty. */
async function newApp(wanted: WantedApp = {}) {
  const { rongcloud } = await on.addApp(wanted);
  const call = (operationId: string, body: object = {}) => rongcloud.call(operationId, { body });
  const add = (...objectName: string[]) => call('addLowPriorityMessageTypes', { objectName });
  const remove = (...objectName: string[]) => call('removeLowPriorityMessageTypes', { objectName });
  const list = async () => ((await call('listLowPriorityMessageTypes')).body as { objectNames: string[] }).objectNames;
  return { rongcloud, call, add, remove, list };
}
const named = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}:${index}`);

test('types are listed in the order of addition, each once, and leave the list', async () => {
  const { add, remove, list } = await newApp();
  expect(await list()).toEqual([]);
  expect(await add('RC:VcMsg', 'RC:ImgMsg', 'RC:VcMsg')).toMatchObject(accepted);
  expect(await add('app:Gift', 'RC:ImgMsg')).toMatchObject(accepted);
  expect(await list()).toEqual(['RC:VcMsg', 'RC:ImgMsg', 'app:Gift']);
  expect(await remove('RC:ImgMsg', 'RC:Never')).toMatchObject(accepted);
  expect(await list()).toEqual(['RC:VcMsg', 'app:Gift']);
});

test('the list belongs to the app', async () => {
  const [one, other] = [await newApp(), await newApp()];
  await one.add('RC:VcMsg');
  expect(await other.list()).toEqual([]);
});

test('the repeated key of the SDKs arrives as a list', async () => {
  const { rongcloud, list } = await newApp();
  const body = 'objectName=RC:VcMsg&objectName=RC%3AImgMsg';
  expect(await post(rongcloud, '/chatroom/message/priority/add.json', { body })).toMatchObject(accepted);
  expect(await list()).toEqual(['RC:VcMsg', 'RC:ImgMsg']);
});

test('a call that would make more than 20 adds none, whoever is faster', async () => {
  const { add, remove, list } = await newApp();
  const answers = await Promise.all(['a', 'b', 'c'].map((prefix) => add(...named(prefix, 9))));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 400]);
  expect(await list()).toHaveLength(18);
  const errorMessage = 'The list has at most 20 message types.';
  expect(await add('x:1', 'x:2', 'x:3')).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
  expect(await add('x:1', 'x:2')).toMatchObject(accepted);
  expect(await remove(...(await list()))).toMatchObject(accepted);
  expect(await add(...named('z', 21))).toMatchObject(refused(1002));
  expect(await remove(...named('z', 21))).toMatchObject(refused(1002));
  expect(await list()).toEqual([]);
});

test('a type is required and has at most 32 bytes', async () => {
  const { call, add, remove } = await newApp();
  for (const operationId of ['addLowPriorityMessageTypes', 'removeLowPriorityMessageTypes']) {
    expect(await call(operationId)).toMatchObject({ status: 400, body: { code: 1002, errorMessage: 'objectName is required.' } });
  }
  expect(await add('x'.repeat(32))).toMatchObject(accepted);
  expect(await add('x'.repeat(33))).toMatchObject(refused(1005));
  expect(await remove('字'.repeat(11))).toMatchObject(refused(1005));
});

test('an app whose service is off is refused everything', async () => {
  const { call } = await newApp({ settings: { services: { chatroomMessagePriority: false } } });
  for (const operationId of ['addLowPriorityMessageTypes', 'removeLowPriorityMessageTypes', 'listLowPriorityMessageTypes']) {
    const errorMessage = 'Service chatroomMessagePriority is not enabled.';
    expect(await call(operationId, { objectName: ['RC:VcMsg'] })).toMatchObject({ status: 430, body: { code: 1009, errorMessage } });
  }
});
