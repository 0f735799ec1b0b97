import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockUsers } from '../../../server/src/domain/chatrooms/blocks.ts';
import { joinChatroom, leaveChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { accepted, json, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });
const list = async (chatroomId: string, keys?: string[]) =>
  (await call('listChatroomAttributes', { chatroomId, ...(keys && { keys }) })).body;
const join = (chatroomId: string, ...userIds: string[]) => joinChatroom(on.ctx, { chatroomId, userIds });
const pairs = (count: number, prefix = 'k') => Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, 'v']));

let rooms = 0;
async function newRoom() {
  rooms += 1;
  const chatroomId = `kv-${rooms}`;
  await call('createChatroom', { chatroomId });
  return {
    chatroomId,
    set: (key: string, value: string, fields: object = {}) =>
      call('setChatroomAttribute', { chatroomId, userId: 'ann', key, value, ...fields }),
    batchSet: (entries: object, fields: object = {}) =>
      call('batchSetChatroomAttributes', { chatroomId, entryOwnerId: 'ann', entryInfo: JSON.stringify(entries), ...fields }),
    remove: (key: string, fields: object = {}) => call('removeChatroomAttribute', { chatroomId, userId: 'bob', key, ...fields }),
    batchRemove: (...keys: string[]) =>
      call('batchRemoveChatroomAttributes', { chatroomId, entryOwnerId: 'bob', entryKeys: JSON.stringify(keys) }),
    keys: async () => ((await list(chatroomId)) as { keys: { key: string }[] }).keys.map(({ key }) => key),
  };
}

describe('attributes', () => {
  test('are listed in the order of their keys with value, owner and time as texts', async () => {
    const { chatroomId, set } = await newRoom();
    expect(await set('b', 'one', { autoDelete: true })).toMatchObject(accepted);
    expect(await set('B', 'two')).toMatchObject(accepted);
    const lastSetTime = String(on.clock.now());
    expect(await list(chatroomId)).toEqual({
      code: 200,
      keys: [
        { key: 'B', value: 'two', userId: 'ann', autoDelete: '0', lastSetTime },
        { key: 'b', value: 'one', userId: 'ann', autoDelete: '1', lastSetTime },
      ],
    });
    expect(await list(chatroomId, ['b', 'never'])).toMatchObject({ keys: [{ key: 'b' }] });
    const empty = await post(on.rongcloud, '/chatroom/entry/query.json', { body: JSON.stringify({ chatroomId, keys: [] }), headers: json });
    expect(empty.body).toEqual(await list(chatroomId));
  });

  test('set again have the new value, owner, time and end, one by one or several at once', async () => {
    const { chatroomId, set, batchSet } = await newRoom();
    await batchSet({ a: '1', b: '2' }, { autoDelete: true });
    on.clock.advance(1000);
    await set('a', 'new', { userId: 'bob' });
    const lastSetTime = String(on.clock.now());
    const changed = { key: 'a', value: 'new', userId: 'bob', autoDelete: '0', lastSetTime };
    expect(await list(chatroomId)).toMatchObject({ keys: [changed, { key: 'b', value: '2', userId: 'ann', autoDelete: '1' }] });
    await batchSet({ a: 'forced', b: 7, c: false });
    expect(await list(chatroomId)).toMatchObject({ keys: [{ value: 'forced', userId: 'ann' }, { value: '7' }, { value: 'false' }] });
  });

  test('are deleted whoever owns them; those that are not there are no error', async () => {
    const { batchSet, remove, batchRemove, keys } = await newRoom();
    await batchSet(pairs(4));
    expect(await remove('k0')).toMatchObject(accepted);
    expect(await remove('k0')).toMatchObject(accepted);
    expect(await batchRemove('k1', 'k3', 'never')).toMatchObject(accepted);
    expect(await keys()).toEqual(['k2']);
  });

  test('are 100 at most, whoever is faster; a call beyond sets none', async () => {
    const { batchSet, set, keys } = await newRoom();
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((prefix) => batchSet(pairs(19, prefix))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 400]);
    expect(await keys()).toHaveLength(95);
    const full = { status: 400, body: { code: 23423, errorMessage: 'A chatroom has at most 100 attributes.' } };
    expect(await batchSet(pairs(6, 'x'))).toMatchObject(full);
    expect(await batchSet(pairs(5, 'x'))).toMatchObject(accepted);
    expect(await set('y', 'one more')).toMatchObject(full);
    expect(await set('x0', 'again')).toMatchObject(accepted);
    expect(await keys()).toHaveLength(100);
  });

  test('are gone when the chatroom is made again', async () => {
    const { chatroomId, set, keys } = await newRoom();
    await set('a', '1');
    await call('destroyChatrooms', { chatroomId: [chatroomId] });
    await call('createChatroom', { chatroomId });
    expect(await keys()).toEqual([]);
  });
});

describe('with autoDelete', () => {
  test('attributes go with their owner, who leaves, is blocked or joins another chatroom', async () => {
    const room = await newRoom();
    const other = await newRoom();
    await join(room.chatroomId, 'leaver', 'blocked', 'mover', 'stayer');
    for (const userId of ['leaver', 'blocked', 'mover', 'stayer']) {
      await room.set(userId, 'v', { userId, autoDelete: true });
      await room.set(`${userId}-kept`, 'v', { userId });
    }
    await other.set('elsewhere', 'v', { userId: 'leaver', autoDelete: true });
    await leaveChatroom(on.ctx, { chatroomId: room.chatroomId, userIds: ['leaver'] });
    await blockUsers(on.ctx, room.chatroomId, { userIds: ['blocked'], until: on.clock.now() + 60_000 });
    await join(other.chatroomId, 'mover');
    expect(await room.keys()).toEqual(['blocked-kept', 'leaver-kept', 'mover-kept', 'stayer', 'stayer-kept']);
    expect(await other.keys()).toEqual(['elsewhere']);
  });

  test('an attribute that another user took over, or whose owner never joined, stays', async () => {
    const { chatroomId, set, keys } = await newRoom();
    await join(chatroomId, 'ann', 'bob');
    await set('taken', 'v', { userId: 'ann', autoDelete: true });
    await set('taken', 'v', { userId: 'bob', autoDelete: true });
    await set('outside', 'v', { userId: 'cat', autoDelete: true });
    await leaveChatroom(on.ctx, { chatroomId, userIds: ['ann', 'cat'] });
    expect(await keys()).toEqual(['outside', 'taken']);
  });

  test('owners who set and leave at the same time do not block each other', async () => {
    const { chatroomId, batchSet } = await newRoom();
    const owners = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5'];
    await join(chatroomId, ...owners);
    const keys = Object.entries(pairs(20));
    const answers = await Promise.all(
      owners.map(async (entryOwnerId, index) => {
        const entries = Object.fromEntries(index % 2 ? keys : keys.toReversed());
        const sets = [batchSet(entries, { entryOwnerId, autoDelete: true }), batchSet(entries, { entryOwnerId, autoDelete: true })];
        await leaveChatroom(on.ctx, { chatroomId, userIds: [entryOwnerId] });
        return Promise.all(sets);
      }),
    );
    expect(answers.flat().map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
  });

  test.each([
    ['1', '1'],
    ['true', '1'],
    ['0', '0'],
    ['', '0'],
  ])('the SDKs send %j', async (sent, autoDelete) => {
    const { chatroomId } = await newRoom();
    const body = `chatroomId=${chatroomId}&userId=ann&key=a&value=v&autoDelete=${sent}&objectName=&content=`;
    expect(await post(on.rongcloud, '/chatroom/entry/set.json', { body })).toMatchObject(accepted);
    expect(await list(chatroomId)).toMatchObject({ keys: [{ autoDelete }] });
  });
});

describe('the message about a change', () => {
  const sent = async (chatroomId: string) =>
    on.ctx.db
      .selectFrom('messages')
      .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
      .select(['sender_id', 'object_name', 'content', 'persisted'])
      .where('conversations.kind', '=', 4)
      .where('conversations.key', '=', chatroomId)
      .orderBy('messages.seq')
      .execute();
  const content = '{"type":1,"key":"a","value":"v"}';

  test('is sent by the user, as it is, and not kept; none is sent without objectName', async () => {
    const { chatroomId, set, remove } = await newRoom();
    await set('a', 'v', { content });
    expect(await sent(chatroomId)).toEqual([]);
    expect(await set('a', 'v', { objectName: 'RC:chrmKVNotiMsg', content })).toMatchObject(accepted);
    expect(await remove('a', { objectName: 'app:gone', content: 'a' })).toMatchObject(accepted);
    expect(await sent(chatroomId)).toEqual([
      { sender_id: 'ann', object_name: 'RC:chrmKVNotiMsg', content, persisted: false },
      { sender_id: 'bob', object_name: 'app:gone', content: 'a', persisted: false },
    ]);
  });

  test('needs its content, without which nothing changes', async () => {
    const { set, remove, keys } = await newRoom();
    await set('a', 'v');
    const missing = { status: 400, body: { code: 1002, errorMessage: 'content is required.' } };
    expect(await set('b', 'v', { objectName: 'app:x' })).toMatchObject(missing);
    expect(await remove('a', { objectName: 'app:x' })).toMatchObject(missing);
    expect(await keys()).toEqual(['a']);
  });

  test('is not sent when the change is refused', async () => {
    const { chatroomId, set, batchSet } = await newRoom();
    for (const batch of ['a', 'b', 'c', 'd', 'e'])
      await batchSet(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${batch}${index}`, 'v'])));
    expect(await set('one-more', 'v', { objectName: 'app:x', content })).toMatchObject({ body: { code: 23423 } });
    expect(await sent(chatroomId)).toEqual([]);
  });

  test('starts the idle time of the chatroom again, a change alone does not', async () => {
    const [told, silent] = [await newRoom(), await newRoom()];
    on.clock.advance(40 * 60_000);
    await told.set('a', 'v', { objectName: 'app:x', content });
    await silent.set('a', 'v');
    on.clock.advance(40 * 60_000);
    expect(await call('getChatroom', { chatroomId: told.chatroomId })).toMatchObject({ body: { code: 200 } });
    expect(await call('getChatroom', { chatroomId: silent.chatroomId })).toMatchObject({ body: { code: 23410 } });
  });
});

describe('refused are', () => {
  const changes = [
    ['/chatroom/entry/set.json', 'setChatroomAttribute'],
    ['/chatroom/entry/batch/set.json', 'batchSetChatroomAttributes'],
    ['/chatroom/entry/remove.json', 'removeChatroomAttribute'],
    ['/chatroom/entry/batch/remove.json', 'batchRemoveChatroomAttributes'],
  ] as const;
  const others = { userId: 'ann', entryOwnerId: 'ann', key: 'a', value: 'v', entryInfo: '{"a":"v"}', entryKeys: '["a"]' };
  const whole = { chatroomId: 'kv-never', ...others };

  test.each([...changes.map(([, operationId]) => operationId), 'listChatroomAttributes'])(
    '%s of a missing or long id',
    async (operationId) => {
      const errorMessage = 'chatroomId is required.';
      expect(await call(operationId, others)).toMatchObject({
        status: 400,
        body: { code: 1002, errorMessage },
      });
      expect(await call(operationId, { ...whole, chatroomId: 'x'.repeat(65) })).toMatchObject(refused(1005));
    },
  );

  test('keys of other characters or over 128, and values over 4096 characters', async () => {
    const { chatroomId, set, batchSet, remove, batchRemove } = await newRoom();
    expect(await set('k'.repeat(128), '😀'.repeat(4096))).toMatchObject(accepted);
    expect(await batchSet({ 'aZ0+=-_': '字'.repeat(4096) })).toMatchObject(accepted);
    expect(await set('a', '😀'.repeat(4097))).toMatchObject(refused(1005));
    expect(await batchSet({ a: 'v'.repeat(4097) })).toMatchObject(refused(1005));
    for (const [key, code] of [
      ['a b', 1002],
      ['ключ', 1002],
      ['k'.repeat(129), 1005],
    ] as const) {
      expect(await set(key, 'v')).toMatchObject(refused(code));
      expect(await batchSet({ good: 'v', [key]: 'v' })).toMatchObject(refused(code));
      expect(await remove(key)).toMatchObject(refused(code));
      expect(await batchRemove(key)).toMatchObject(refused(code));
      expect(await call('listChatroomAttributes', { chatroomId, keys: [key] })).toMatchObject(refused(code));
    }
    expect(await list(chatroomId, ['good'])).toMatchObject({ keys: [] });
  });

  test('more than 20 pairs or keys in a batch, and more than 100 in a list', async () => {
    const { chatroomId, batchSet, batchRemove } = await newRoom();
    expect(await batchSet(pairs(20))).toMatchObject(accepted);
    expect(await batchSet(pairs(21))).toMatchObject(refused(1002));
    expect(await batchRemove(...Object.keys(pairs(20)))).toMatchObject(accepted);
    expect(await batchRemove(...Object.keys(pairs(21)))).toMatchObject(refused(1002));
    expect(await call('listChatroomAttributes', { chatroomId, keys: Object.keys(pairs(100)) })).toMatchObject(accepted);
    expect(await call('listChatroomAttributes', { chatroomId, keys: Object.keys(pairs(101)) })).toMatchObject(refused(1002));
  });

  test.each(['{', '{}', '7', 'null', '[1]', '[null]', '["\\u0000"]'])('entryKeys %s', async (entryKeys) => {
    const errorMessage = expect.stringMatching(/^entryKeys /);
    const answer = await call('batchRemoveChatroomAttributes', { ...whole, entryKeys });
    expect(answer).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
  });

  test('everything while the service is off', async () => {
    const { rongcloud } = await on.addApp({ settings: { services: { chatroomAttributes: false } } });
    for (const operationId of [...changes.map(([, name]) => name), 'listChatroomAttributes']) {
      const errorMessage = 'Service chatroomAttributes is not enabled.';
      expect(await rongcloud.call(operationId, { body: whole })).toMatchObject({ status: 430, body: { code: 1009, errorMessage } });
    }
  });
});

test('the bodies of the documentation and of JSON senders are understood', async () => {
  const { chatroomId, batchSet, keys } = await newRoom();
  await batchSet(pairs(3));
  const body = `chatroomId=${chatroomId}&entryOwnerId=test&entryKeys=["k0","k1"]`;
  expect(await post(on.rongcloud, '/chatroom/entry/batch/remove.json', { body })).toMatchObject(accepted);
  expect(await keys()).toEqual(['k2']);
  const set = JSON.stringify({ chatroomId, userId: 'ann', key: 'n', value: 'v', autoDelete: 1 });
  expect(await post(on.rongcloud, '/chatroom/entry/set.json', { body: set, headers: json })).toMatchObject(accepted);
  expect(await list(chatroomId, ['n'])).toMatchObject({ keys: [{ value: 'v', autoDelete: '1' }] });
});
