import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepted, json, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

interface Entry {
  id: string;
  remark: string;
}

/** What the queries answer, each its own. */
interface Fields {
  total: number;
  users: Entry[];
  remark: string;
}

const call = (operationId: string, body: object, caller = on.rongcloud) => caller.call(operationId, { body });
const read = async (...args: Parameters<typeof call>) => (await call(...args)).body as Fields;
const tooLong = 'x'.repeat(65);

describe("a user's names", () => {
  const send = (userId: string, remarks: unknown) => call('setUserRemarks', { userId, remarks: JSON.stringify(remarks) });
  const named = (...userIds: string[]): Entry[] => userIds.map((id) => ({ id, remark: `name of ${id}` }));
  const list = async (userId: string, fields: object = {}) => await read('listUserRemarks', { userId, ...fields });

  test('are listed in the order of setting; one that is changed keeps its place, the others stay', async () => {
    expect(await list('ann')).toEqual({ code: 200, total: 0, users: [] });
    expect(await send('ann', named('b', 'a'))).toMatchObject(accepted);
    await send('ann', [...named('c'), { id: 'b', remark: 'new' }]);
    expect(await list('ann')).toEqual({ code: 200, total: 3, users: [{ id: 'b', remark: 'new' }, ...named('a', 'c')] });
    expect((await list('b')).total).toBe(0);
  });

  test('hold the last entry of an id that comes twice', async () => {
    await send('bea', [{ id: 'x', remark: 'first' }, ...named('y'), { id: 'x', remark: 'last' }]);
    expect((await list('bea')).users).toEqual([{ id: 'x', remark: 'last' }, ...named('y')]);
  });

  test('go one by one; one that is not there is no error', async () => {
    await send('cat', named('a', 'b'));
    for (const targetId of ['a', 'a', 'never']) expect(await call('deleteUserRemark', { userId: 'cat', targetId })).toMatchObject(accepted);
    expect(await list('cat')).toEqual({ code: 200, total: 1, users: named('b') });
  });

  test('come in pages of at most 50', async () => {
    await send('dan', named(...ids('u', 60)));
    for (const fields of [{}, { page: 0, size: 0 }, { page: 1, size: 100 }])
      expect(await list('dan', fields)).toEqual({ code: 200, total: 60, users: named(...ids('u', 50)) });
    expect((await list('dan', { page: 2, size: 100 })).users).toEqual(named(...ids('u', 60).slice(50)));
    expect((await list('dan', { page: 3, size: 2 })).users).toEqual(named('u4', 'u5'));
    expect(await list('dan', { page: 1_000_000 })).toEqual({ code: 200, total: 60, users: [] });
    for (const fields of [{ page: -1 }, { page: 1_000_001 }, { size: -1 }, { size: 'ten' }])
      expect(await call('listUserRemarks', { userId: 'dan', ...fields })).toMatchObject(refused(1002));
  });

  test('are read with keys in any case, from a form that is not encoded and from JSON', async () => {
    await send('eve', [{ Id: 'go', Remark: 'Go' }]);
    await post(on.rongcloud, '/user/remarks/set.json', { body: 'remarks=[{"id":"java","remark":"Java"}]&userId=eve' });
    const body = JSON.stringify({ userId: 'eve', remarks: JSON.stringify([{ ID: 'json', REMARK: '名' }]) });
    await post(on.rongcloud, '/user/remarks/set.json', { body, headers: json });
    expect((await list('eve')).users.map(({ id, remark }: Entry) => `${id} ${remark}`)).toEqual(['go Go', 'java Java', 'json 名']);
  });

  test('are 1 to 100 in a call, and a refused entry changes nothing', async () => {
    expect(await send('flo', named(...ids('u', 100)))).toMatchObject(accepted);
    expect(await send('gus', named(...ids('u', 101)))).toMatchObject(refused(1002));
    for (const entry of [null, 1, 'a', [], {}, { id: 'a' }, { remark: 'a' }, { id: 'a', remark: '' }, { id: 1, remark: 'a' }])
      expect(await send('gus', [...named('a'), entry])).toMatchObject(refused(1002));
    for (const entry of [
      { id: 'a,b', remark: 'a' },
      { id: '\0', remark: 'a' },
      { id: 'a', remark: '\0' },
      { id: 'a', remark: '\ud800' },
    ])
      expect(await send('gus', [...named('a'), entry])).toMatchObject(refused(1002));
    for (const remarks of ['[', '{"a":"name"}', '[]', 'null', '"a"', '['.repeat(1000)])
      expect(await call('setUserRemarks', { userId: 'gus', remarks })).toMatchObject(refused(1002));
    expect((await list('gus')).total).toBe(0);
  });

  test('take ids of 64 bytes and names of 64 characters', async () => {
    const longest = { id: 'x'.repeat(64), remark: '😀'.repeat(64) };
    expect(await send('hal', [longest])).toMatchObject(accepted);
    expect((await list('hal')).users).toEqual([longest]);
    for (const entry of [
      { id: '字'.repeat(22), remark: 'a' },
      { id: 'a', remark: tooLong },
    ])
      expect(await send('hal', [entry])).toMatchObject(refused(1005));
    expect(await send(tooLong, named('a'))).toMatchObject(refused(1005));
    expect(await call('listUserRemarks', { userId: tooLong })).toMatchObject(refused(1005));
    expect(await call('deleteUserRemark', { userId: 'hal', targetId: tooLong })).toMatchObject(refused(1005));
    expect(await call('deleteUserRemark', { userId: 'hal' })).toMatchObject(refused(1002));
  });

  test('survive calls at once that name the same users in different orders, and a deactivation', async () => {
    const userIds = ids('u', 50);
    const answers = await Promise.all([
      send('racer', named(...userIds)),
      send('racer', named(...userIds.toReversed())),
      call('deactivateUsers', { userId: ['racer'] }),
      send('racer', named(...userIds.toReversed())),
      call('deactivateUsers', { userId: ['racer'] }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  test('belong to one app', async () => {
    const other = await on.addApp();
    await send('ina', named('a'));
    expect((await read('listUserRemarks', { userId: 'ina' }, other.rongcloud)).total).toBe(0);
  });
});

describe("a member's name in a group", () => {
  const set = (userId: string, groupId: string, remark: string) => call('setGroupRemark', { userId, groupId, remark });
  const get = async (userId: string, groupId: string) => await read('getGroupRemark', { userId, groupId });

  test('is read back, overwritten and deleted; deleting none is no error', async () => {
    expect(await get('ann', 'g')).toEqual({ code: 200, remark: '' });
    for (const remark of ['Captain', 'キャプテン']) {
      expect(await set('ann', 'g', remark)).toMatchObject(accepted);
      expect(await get('ann', 'g')).toEqual({ code: 200, remark });
    }
    expect([(await get('ann', 'h')).remark, (await get('bob', 'g')).remark]).toEqual(['', '']);
    for (let times = 0; times < 2; times += 1) {
      expect(await call('deleteGroupRemark', { userId: 'ann', groupId: 'g' })).toMatchObject(accepted);
      expect((await get('ann', 'g')).remark).toBe('');
    }
  });

  test('stays when the member leaves and when the group goes', async () => {
    await call('createGroup', { userId: ['cat', 'dan'], groupId: 'club', groupName: 'Club' });
    await set('cat', 'club', 'Captain');
    await call('quitGroup', { userId: ['cat'], groupId: 'club' });
    await call('dismissGroup', { userId: 'dan', groupId: 'club' });
    expect((await get('cat', 'club')).remark).toBe('Captain');
  });

  test('belongs to one app', async () => {
    const other = await on.addApp();
    await set('eve', 'g', 'Captain');
    expect((await read('getGroupRemark', { userId: 'eve', groupId: 'g' }, other.rongcloud)).remark).toBe('');
  });

  test('has 1 to 64 characters, and its parameters their limits', async () => {
    expect(await set('flo', 'g', '😀'.repeat(64))).toMatchObject(accepted);
    expect(await set('flo', 'g', '')).toMatchObject(refused(1002));
    expect(await set('flo', 'g', tooLong)).toMatchObject(refused(1005));
    for (const operationId of ['setGroupRemark', 'getGroupRemark', 'deleteGroupRemark']) {
      for (const fields of [{ userId: tooLong }, { groupId: tooLong }])
        expect(await call(operationId, { userId: 'flo', groupId: 'g', remark: 'a', ...fields })).toMatchObject(refused(1005));
      for (const fields of [{ userId: '' }, { groupId: '' }])
        expect(await call(operationId, { userId: 'flo', groupId: 'g', remark: 'a', ...fields })).toMatchObject(refused(1002));
    }
  });
});
