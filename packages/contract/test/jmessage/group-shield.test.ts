import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

let on: TestServer;
let mine: number;
let other: number;
let foreign: number;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'owner', 'ann', 'bob');
  [mine, other] = [await make('ann', 'bob'), await make('ann')];
  foreign = await make();
});
afterAll(() => on.stop());

const done = { status: 204, body: undefined };
const refused = (code: number, status = 403) => ({ status, body: { error: { code } } });
const shield = (body: unknown, username = 'ann') => on.jmessage.call('setGroupShield', { path: { username }, body });

async function make(...members_username: string[]): Promise<number> {
  const { body } = await on.jmessage.call('createGroup', { body: { owner_username: 'owner', name: 'Group', members_username } });
  return (body as { gid: number }).gid;
}

describe('blocking the messages of groups', () => {
  test('is on once and off once, each user alone', async () => {
    expect(await shield({ add: [mine, mine] })).toMatchObject(done);
    expect(await shield({ add: [mine] })).toMatchObject(refused(899052));
    expect(await shield({ remove: [mine] }, 'bob')).toMatchObject(refused(899053));
    expect(await shield({ remove: [mine, mine], add: [] })).toMatchObject(done);
    expect(await shield({ remove: [mine] })).toMatchObject(refused(899053));
  });

  test('adds before it removes', async () => {
    expect(await shield({ add: [mine], remove: [mine] })).toMatchObject(done);
    expect(await shield({ remove: [mine] })).toMatchObject(refused(899053));
  });

  test('changes nothing when one part is refused', async () => {
    expect(await shield({ add: [mine, foreign] })).toMatchObject(refused(899046));
    expect(await shield({ add: [mine], remove: [other] })).toMatchObject(refused(899053));
    expect(await shield({ add: [mine], remove: [1] })).toMatchObject(refused(899051));
    expect(await shield({ add: [mine, Number.MAX_SAFE_INTEGER] })).toMatchObject(refused(899051));
    expect(await shield({ remove: [mine] })).toMatchObject(refused(899053));
  });

  test('takes gids as text', async () => {
    expect(await shield({ add: [String(mine)] })).toMatchObject(done);
    expect(await shield({ remove: [String(mine)] })).toMatchObject(done);
  });

  test('stays when the user leaves, can then be lifted, and not set again', async () => {
    await shield({ add: [other] });
    await on.jmessage.call('removeGroupMembers', { path: { gid: other }, body: ['ann'] });
    expect(await shield({ remove: [other] })).toMatchObject(done);
    expect(await shield({ add: [other] })).toMatchObject(refused(899046));
  });

  test('ends with the account', async () => {
    const again = async () => {
      await insertUsers(on, 'gone');
      await on.jmessage.call('addGroupMembers', { path: { gid: mine }, body: ['gone'] });
      return shield({ add: [mine] }, 'gone');
    };
    expect(await again()).toMatchObject(done);
    await on.jmessage.call('deleteUser', { path: { username: 'gone' } });
    expect(await again()).toMatchObject(done);
  });

  test('at once by two calls succeeds in one', async () => {
    const answers = await Promise.all([shield({ add: [mine] }, 'bob'), shield({ add: [mine] }, 'bob')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
  });

  test('needs a user and a gid', async () => {
    expect(await shield({ add: [mine] }, 'nobody')).toMatchObject(refused(899002));
    for (const body of [
      {},
      { add: [] },
      { add: [], remove: [] },
      { add: ['x'] },
      { add: [0] },
      { add: [1.5] },
      { add: [2 ** 53] },
      { add: mine },
    ]) {
      expect(await shield(body)).toMatchObject(refused(899003, 400));
    }
    expect(await shield({ add: ids('', 501).map(Number) })).toMatchObject(refused(899003, 400));
  });
});
