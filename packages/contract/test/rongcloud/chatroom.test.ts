import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { json, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const minute = 60_000;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });
const create = (chatroomId: string, fields: object = {}) => call('createChatroom', { chatroomId, ...fields });
const get = async (chatroomId: string) => (await call('getChatroom', { chatroomId })).body;
const join = (chatroomId: string, ...userIds: string[]) => joinChatroom(on.ctx, { chatroomId, userIds });
const unknown = { code: 23410 };

describe('creation', () => {
  test('without settings the chatroom ends after an idle hour and is not muted', async () => {
    expect(await create('plain')).toMatchObject({ status: 200, body: { code: 200 } });
    expect(await get('plain')).toEqual({
      code: 200,
      chatroomId: 'plain',
      createTime: on.clock.now(),
      memberCount: 0,
      destroyType: 0,
      destroyTime: 60,
      ban: false,
    });
  });

  test('with settings it has them', async () => {
    await create('set', { destroyType: 1, destroyTime: 10_080, isBan: true });
    expect(await get('set')).toMatchObject({ destroyType: 1, destroyTime: 10_080, ban: true });
  });

  test('the Go SDK sends 0 and false for what is not set, PHP 1 and an empty value for a boolean', async () => {
    const send = (body: string) => post(on.rongcloud, '/chatroom/create_new.json', { body });
    expect(await send('chatroomId=go&destroyType=0&destroyTime=0&isBan=false')).toMatchObject({ body: { code: 200 } });
    expect(await get('go')).toMatchObject({ destroyTime: 60, ban: false });
    expect(await send('chatroomId=php&isBan=1')).toMatchObject({ body: { code: 200 } });
    expect(await get('php')).toMatchObject({ ban: true });
    expect(await send('chatroomId=php&isBan=')).toMatchObject({ body: { code: 200 } });
    expect(await get('php')).toMatchObject({ ban: false });
  });

  test.each([
    ['true', true],
    ['1', true],
    ['"true"', true],
    ['"1"', true],
    ['false', false],
    ['0', false],
    ['null', false],
    ['""', false],
  ])('in JSON the boolean %s is %s', async (isBan, ban) => {
    await post(on.rongcloud, '/chatroom/create_new.json', { body: `{"chatroomId":"json","isBan":${isBan}}`, headers: json });
    expect(await get('json')).toMatchObject({ ban });
  });

  test.each(['2', '"yes"', '{}'])('in JSON %s is no boolean', async (isBan) => {
    const body = `{"chatroomId":"json","isBan":${isBan}}`;
    expect(await post(on.rongcloud, '/chatroom/create_new.json', { body, headers: json })).toMatchObject(refused(1002));
  });

  test('of one that exists replaces the settings and keeps members, name and age', async () => {
    await call('createNamedChatrooms', { chatroom: { again: 'Name' } });
    await join('again', 'ann');
    const createTime = on.clock.now();
    on.clock.advance(minute);
    await create('again', { destroyType: 1, destroyTime: 90, isBan: true });
    expect(await get('again')).toMatchObject({ createTime, memberCount: 1, destroyType: 1, destroyTime: 90, ban: true });
    await create('again');
    expect(await get('again')).toMatchObject({ memberCount: 1, destroyType: 0, destroyTime: 60, ban: false });
    expect(await call('listNamedChatrooms', { chatroomId: ['again'] })).toMatchObject({ body: { chatRooms: [{ name: 'Name' }] } });
  });

  test('a time of 1 to 59 minutes is refused, naming the field', async () => {
    const errorMessage = 'destroyTime must be 0 or 60 to 10080.';
    expect(await create('short', { destroyTime: 59 })).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
    expect(await get('short')).toMatchObject(unknown);
  });

  test('chatrooms belong to their app', async () => {
    await create('mine');
    const { rongcloud } = await on.addApp();
    expect(await rongcloud.call('getChatroom', { body: { chatroomId: 'mine' } })).toMatchObject({ body: unknown });
  });
});

describe('first attributes', () => {
  const withInfo = (entryInfo: string) => create('info', { entryOwnerId: 'ann', entryInfo });
  const stored = async (chatroomId: string) =>
    on.ctx.db
      .selectFrom('chatroom_attributes')
      .innerJoin('chatrooms', 'chatrooms.room_id', 'chatroom_attributes.room_id')
      .select(['key', 'value', 'chatroom_attributes.owner_id'])
      .where('chatroom_id', '=', chatroomId)
      .orderBy('key')
      .execute();

  test('are stored as texts with their owner, over those that are there', async () => {
    await withInfo('{"a":"1","b":2,"c":true}');
    await create('info', { entryOwnerId: 'bob', entryInfo: '{"a":"new"}' });
    expect(await stored('info')).toEqual([
      { key: 'a', value: 'new', owner_id: 'bob' },
      { key: 'b', value: '2', owner_id: 'ann' },
      { key: 'c', value: 'true', owner_id: 'ann' },
    ]);
  });

  test('need an owner; an owner without attributes has no effect', async () => {
    expect(await create('ownerless', { entryOwnerId: 'ann', isBan: true })).toMatchObject({ status: 200, body: { code: 200 } });
    expect(await get('ownerless')).toMatchObject({ ban: true });
    expect(await stored('ownerless')).toEqual([]);
    expect(await create('info', { entryInfo: '{}' })).toMatchObject({ body: { code: 1002, errorMessage: 'entryOwnerId is required.' } });
  });

  test.each(['{', '["a"]', 'null', '7', '{"a":{}}', '{"a":null}', '{"a b":"1"}', '{"":"1"}', String.raw`{"a":"\u0000"}`])(
    '%s is refused',
    async (entryInfo) => {
      const errorMessage = expect.stringMatching(/^entryInfo /);
      expect(await withInfo(entryInfo)).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
    },
  );

  test('a key has up to 128 characters and a value 4096; 20 pairs fit', async () => {
    expect(await withInfo(JSON.stringify({ ['k'.repeat(128)]: '😀'.repeat(4096) }))).toMatchObject({ body: { code: 200 } });
    expect(await withInfo(JSON.stringify({ ['k'.repeat(129)]: 'v' }))).toMatchObject(refused(1005));
    expect(await withInfo(JSON.stringify({ k: 'v'.repeat(4097) }))).toMatchObject(refused(1005));
    const pairs = (count: number, prefix = 'k') =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, '字'.repeat(4096)])));
    expect(await withInfo(pairs(20))).toMatchObject({ body: { code: 200 } });
    expect(await withInfo(pairs(21))).toMatchObject(refused(1002));
  });

  test('a chatroom has at most 100, and a call that would pass them changes nothing', async () => {
    const pairs = (prefix: string, count = 20) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, 'v'])));
    for (const prefix of ['a', 'b', 'c', 'd', 'e']) await create('full', { entryOwnerId: 'ann', entryInfo: pairs(prefix) });
    expect(await create('full', { entryOwnerId: 'ann', entryInfo: pairs('f', 1), isBan: true })).toMatchObject(refused(23423));
    expect(await stored('full')).toHaveLength(100);
    expect(await get('full')).toMatchObject({ ban: false });
  });

  test('are refused while the service is off, with a reason phrase; without them the chatroom is made', async () => {
    const { rongcloud } = await on.addApp({ settings: { services: { chatroomAttributes: false } } });
    const body = { chatroomId: 'off', entryOwnerId: 'ann', entryInfo: '{"a":"1"}' };
    const answer = await rongcloud.call('createChatroom', { body });
    expect(answer).toMatchObject({ status: 430, body: { code: 1009, errorMessage: 'Service chatroomAttributes is not enabled.' } });
    const raw = await fetch(`${on.url}/chatroom/create_new.json`, {
      method: 'POST',
      headers: { ...(await rongcloud.credentials()), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(raw.statusText).toBe('Service Not Enabled');
    expect(await rongcloud.call('createChatroom', { body: { chatroomId: 'off' } })).toMatchObject({ status: 200 });
  });
});

describe('an unknown chatroom', () => {
  test('is refused with HTTP 200 and code 23410 in the envelope of refusals', async () => {
    const answer = await call('getChatroom', { chatroomId: 'never-there' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ url: '/chatroom/get.json', code: 23410, errorMessage: 'chatroomId never-there is not exist.' });
  });
});

describe('by name', () => {
  const list = async (...chatroomId: string[]) => (await call('listNamedChatrooms', { chatroomId })).body;

  test('several are made at once and renamed by a repeat; the list has the order asked and no unknown ones', async () => {
    await call('createNamedChatrooms', { chatroom: { n1: 'One', n2: 'Two' } });
    await call('createNamedChatrooms', { chatroom: { n2: 'Second', n3: '' } });
    const time = new Date(on.clock.now() + 8 * 60 * minute).toISOString().slice(0, 19).replace('T', ' ');
    expect(await list('n3', 'never-there', 'n2', 'n1', 'n2')).toEqual({
      code: 200,
      chatRooms: [
        { chrmId: 'n3', name: '', time },
        { chrmId: 'n2', name: 'Second', time },
        { chrmId: 'n1', name: 'One', time },
      ],
    });
  });

  test('brackets arrive plain or percent-encoded', async () => {
    const send = (body: string) => post(on.rongcloud, '/chatroom/create.json', { body });
    expect(await send('chatroom[java]=J&chatroom%5Bphp%5D=P')).toMatchObject({ body: { code: 200 } });
    expect(await list('java', 'php')).toMatchObject({ chatRooms: [{ name: 'J' }, { name: 'P' }] });
  });

  test('an id of 65 bytes is too long; 101 chatrooms are too many; none is missing', async () => {
    expect(await call('createNamedChatrooms', { chatroom: { ['x'.repeat(65)]: 'n' } })).toMatchObject(refused(1005));
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`m${index}`, 'n']));
    expect(await call('createNamedChatrooms', { chatroom: many })).toMatchObject(refused(1002));
    expect(await call('createNamedChatrooms')).toMatchObject({ body: { code: 1002, errorMessage: 'chatroom is required.' } });
  });
});
