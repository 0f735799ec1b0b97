import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepted, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer, type WantedApp } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

/** An app of its own with the chatroom `r`. */
async function newApp(wanted: WantedApp = {}) {
  const { rongcloud } = await on.addApp(wanted);
  const call = (operationId: string, body: object = {}) => rongcloud.call(operationId, { body });
  await call('createChatroom', { chatroomId: 'r' });
  return { rongcloud, call };
}
const named = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}:${index}`);

describe('users', () => {
  async function newRoom() {
    const { rongcloud, call } = await newApp();
    const add = (...userId: string[]) => call('addChatroomWhitelistUsers', { chatroomId: 'r', userId });
    const remove = (...userId: string[]) => call('removeChatroomWhitelistUsers', { chatroomId: 'r', userId });
    const list = async (chatroomId = 'r') => (await call('listChatroomWhitelistUsers', { chatroomId })).body;
    return { rongcloud, call, add, remove, list };
  }

  test('are listed in the order of addition, each once, members or not, and leave the list', async () => {
    const { add, remove, list } = await newRoom();
    expect(await list()).toEqual({ code: 200, users: [] });
    expect(await add('bob', 'ann', 'bob')).toMatchObject(accepted);
    expect(await add('cat', 'ann')).toMatchObject(accepted);
    expect(await list()).toEqual({ code: 200, users: ['bob', 'ann', 'cat'] });
    expect(await remove('ann', 'never')).toMatchObject(accepted);
    expect(await list()).toEqual({ code: 200, users: ['bob', 'cat'] });
  });

  test('are 5 at most, whoever is faster; a call beyond adds none', async () => {
    const { add, list } = await newRoom();
    const answers = await Promise.all([add('a1', 'a2'), add('b1', 'b2'), add('c1', 'c2')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 400]);
    expect(await list()).toMatchObject({ users: { length: 4 } });
    const errorMessage = 'userId would make more than 5 users on the whitelist.';
    expect(await add('d', 'e')).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
    expect(await add('d')).toMatchObject(accepted);
  });

  test('of a chatroom that is destroyed do not come back with it', async () => {
    const { call, add, list } = await newRoom();
    await add('ann');
    await call('destroyChatrooms', { chatroomId: ['r'] });
    await call('createChatroom', { chatroomId: 'r' });
    expect(await list()).toEqual({ code: 200, users: [] });
  });

  test('are not on the allowlist of a mute', async () => {
    const { call, add } = await newRoom();
    await add('ann');
    expect(await call('listChatroomAllowlistUsers', { chatroomId: 'r' })).toMatchObject({ body: { userIds: [] } });
  });

  test('are nobody for an unknown chatroom, and nobody is taken off there', async () => {
    const { call, list } = await newRoom();
    expect(await call('removeChatroomWhitelistUsers', { chatroomId: 'never-there', userId: ['ann'] })).toMatchObject(accepted);
    expect(await list('never-there')).toEqual({ code: 200, users: [] });
  });

  test('are 1 to 5 ids of up to 64 bytes, of a chatroom that is named', async () => {
    const { call } = await newRoom();
    for (const operationId of ['addChatroomWhitelistUsers', 'removeChatroomWhitelistUsers']) {
      expect(await call(operationId, { chatroomId: 'r' })).toMatchObject({ body: { code: 1002, errorMessage: 'userId is required.' } });
      expect(await call(operationId, { chatroomId: 'r', userId: named('u', 6) })).toMatchObject(refused(1002));
      expect(await call(operationId, { chatroomId: 'r', userId: ['x'.repeat(65)] })).toMatchObject(refused(1005));
    }
    expect(await call('listChatroomWhitelistUsers')).toMatchObject(refused(1002));
    expect(await call('listChatroomWhitelistUsers', { chatroomId: 'x'.repeat(65) })).toMatchObject(refused(1005));
  });
});

describe('message types', () => {
  async function newTypes() {
    const { rongcloud, call } = await newApp();
    const add = (...objectnames: string[]) => call('addChatroomWhitelistMessageTypes', { objectnames });
    const remove = (...objectnames: string[]) => call('removeChatroomWhitelistMessageTypes', { objectnames });
    const list = async () => (await call('listChatroomWhitelistMessageTypes')).body;
    return { rongcloud, call, add, remove, list };
  }

  test('are listed in the order of addition under the key of the cloud, and leave the list', async () => {
    const { rongcloud, add, remove, list } = await newTypes();
    expect(await list()).toEqual({ code: 200, whitlistMsgType: [] });
    const body = 'objectnames=RC:VcMsg&objectnames=RC:ImgMsg';
    expect(await post(rongcloud, '/chatroom/whitelist/add.json', { body })).toMatchObject(accepted);
    expect(await add('app:Gift', 'RC:VcMsg')).toMatchObject(accepted);
    expect(await remove('RC:ImgMsg', 'RC:Never')).toMatchObject(accepted);
    expect(await list()).toEqual({ code: 200, whitlistMsgType: ['RC:VcMsg', 'app:Gift'] });
  });

  test('are another list than those of low priority', async () => {
    const { call, add, list } = await newTypes();
    await call('addLowPriorityMessageTypes', { objectName: ['RC:VcMsg'] });
    await add('RC:ImgMsg');
    expect(await list()).toMatchObject({ whitlistMsgType: ['RC:ImgMsg'] });
    expect(await call('listLowPriorityMessageTypes')).toMatchObject({ body: { objectNames: ['RC:VcMsg'] } });
  });

  test('are 20 at most, of up to 32 bytes', async () => {
    const { call, add, remove } = await newTypes();
    expect(await add(...named('a', 19))).toMatchObject(accepted);
    expect(await add('x:1', 'x:2')).toMatchObject(refused(1002));
    expect(await add('x:1', 'a:0')).toMatchObject(accepted);
    expect(await remove(...named('a', 21))).toMatchObject(refused(1002));
    for (const operationId of ['addChatroomWhitelistMessageTypes', 'removeChatroomWhitelistMessageTypes']) {
      expect(await call(operationId)).toMatchObject({ body: { code: 1002, errorMessage: 'objectnames is required.' } });
      expect(await call(operationId, { objectnames: ['x'.repeat(33)] })).toMatchObject(refused(1005));
    }
  });
});

test('an app whose service is off is refused everything', async () => {
  const { call } = await newApp({ settings: { services: { chatroomWhitelist: false } } });
  for (const operationId of [
    'addChatroomWhitelistUsers',
    'removeChatroomWhitelistUsers',
    'listChatroomWhitelistUsers',
    'addChatroomWhitelistMessageTypes',
    'removeChatroomWhitelistMessageTypes',
    'listChatroomWhitelistMessageTypes',
  ]) {
    const body = { chatroomId: 'r', userId: ['ann'], objectnames: ['RC:VcMsg'] };
    const errorMessage = 'Service chatroomWhitelist is not enabled.';
    expect(await call(operationId, body)).toMatchObject({ status: 430, body: { code: 1009, errorMessage } });
  }
});
