import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { destroyDueChatrooms } from '../../../server/src/domain/chatrooms/destruction.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const hour = 60 * 60_000;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

/** An app of its own: the list is short. */
async function newApp(settings: object = {}) {
  const { rongcloud } = await on.addApp({ settings });
  const call = (operationId: string, body: object = {}) => rongcloud.call(operationId, { body });
  const get = async (chatroomId: string) => (await call('getChatroom', { chatroomId })).body;
  const list = async () => ((await call('listKeptAliveChatrooms')).body as { chatroomIds: string[] }).chatroomIds;
  return { call, get, list };
}
const accepted = { status: 200, body: { code: 200 } };
const unknown = { code: 23410 };

describe('a kept-alive chatroom', () => {
  test.each([0, 1])('outlives its time of type %i, and a sweep', async (destroyType) => {
    const { call, get } = await newApp();
    await call('createChatroom', { chatroomId: 'r', destroyType });
    expect(await call('keepChatroomAlive', { chatroomId: 'r' })).toMatchObject(accepted);
    on.clock.advance(100 * hour);
    await destroyDueChatrooms(on.ctx);
    expect(await get('r')).toMatchObject({ code: 200 });
  });

  test('ends at once when it is kept no longer and its time was over meanwhile', async () => {
    const { call, get } = await newApp();
    await call('createChatroom', { chatroomId: 'over', destroyTime: 60 });
    await call('createChatroom', { chatroomId: 'not-over', destroyTime: 121 });
    for (const chatroomId of ['over', 'not-over']) await call('keepChatroomAlive', { chatroomId });
    on.clock.advance(2 * hour);
    for (const chatroomId of ['over', 'not-over']) {
      expect(await call('removeKeptAliveChatroom', { chatroomId })).toMatchObject(accepted);
    }
    expect(await get('over')).toMatchObject(unknown);
    expect(await get('not-over')).toMatchObject({ code: 200 });
    on.clock.advance(hour / 60);
    expect(await get('not-over')).toMatchObject(unknown);
  });

  test('is destroyed by a call, which takes it off the list', async () => {
    const { call, get, list } = await newApp();
    await call('createChatroom', { chatroomId: 'r' });
    await call('keepChatroomAlive', { chatroomId: 'r' });
    await call('destroyChatrooms', { chatroomId: ['r'] });
    expect(await get('r')).toMatchObject(unknown);
    expect(await list()).toEqual([]);
  });

  test('whose time was over before it was kept does not come back', async () => {
    const { call, get } = await newApp();
    await call('createChatroom', { chatroomId: 'r' });
    on.clock.advance(hour);
    await call('keepChatroomAlive', { chatroomId: 'r' });
    expect(await get('r')).toMatchObject(unknown);
    await call('createChatroom', { chatroomId: 'r' });
    on.clock.advance(hour);
    expect(await get('r')).toMatchObject({ code: 200 });
  });

  test('of another app is not kept', async () => {
    const [one, other] = [await newApp(), await newApp()];
    for (const { call } of [one, other]) await call('createChatroom', { chatroomId: 'r' });
    await one.call('keepChatroomAlive', { chatroomId: 'r' });
    on.clock.advance(hour);
    expect(await one.get('r')).toMatchObject({ code: 200 });
    expect(await other.get('r')).toMatchObject(unknown);
  });
});

describe('the list', () => {
  test('has ids in the order of addition, unknown ones too, each once', async () => {
    const { call, list } = await newApp();
    for (const chatroomId of ['b', 'a', 'b']) expect(await call('keepChatroomAlive', { chatroomId })).toMatchObject(accepted);
    expect(await list()).toEqual(['b', 'a']);
  });

  test('takes five, whoever is faster, and the same again; a sixth is refused', async () => {
    const { call, list } = await newApp();
    const ids = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7'];
    const answers = await Promise.all(ids.map((chatroomId) => call('keepChatroomAlive', { chatroomId })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    const kept = await list();
    expect(kept).toHaveLength(5);
    expect(await call('keepChatroomAlive', { chatroomId: kept[0]! })).toMatchObject(accepted);
    const errorMessage = 'At most 5 chatrooms are kept alive.';
    expect(await call('keepChatroomAlive', { chatroomId: 'more' })).toMatchObject({ status: 403, body: { code: 1016, errorMessage } });
    await call('removeKeptAliveChatroom', { chatroomId: kept[0]! });
    expect(await call('keepChatroomAlive', { chatroomId: 'more' })).toMatchObject(accepted);
  });

  test('refuses to remove what is not on it with HTTP 200 and code 1015', async () => {
    const { call } = await newApp();
    const answer = await call('removeKeptAliveChatroom', { chatroomId: 'r' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ url: '/chatroom/keepalive/remove.json', code: 1015, errorMessage: 'chatroomId r is not kept alive.' });
  });
});

test('an app whose service is off is refused everything', async () => {
  const { call } = await newApp({ services: { chatroomKeepalive: false } });
  for (const operationId of ['keepChatroomAlive', 'removeKeptAliveChatroom', 'listKeptAliveChatrooms']) {
    const errorMessage = 'Service chatroomKeepalive is not enabled.';
    expect(await call(operationId, { chatroomId: 'r' })).toMatchObject({ status: 430, body: { code: 1009, errorMessage } });
  }
});
