import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  const body = ['owner', 'ann1', 'bob1', 'cat1', 'dan1'].map((username) => ({ username, password: 'secret' }));
  await on.jmessage.call('registerUsers', { body });
  await on.jmessage.call('registerAdmin', { body: { username: 'boss', password: 'secret' } });
});
afterAll(() => on.stop());

const call = (operationId: string, username: string, body?: unknown) => on.jmessage.call(operationId, { path: { username }, body });
const add = (owner: string, names: unknown) => call('addToBlacklist', owner, names);
const remove = (owner: string, names: unknown) => call('removeFromBlacklist', owner, names);
const names = async (owner: string) => ((await call('getBlacklist', owner)).body as { username: string }[]).map((user) => user.username);
const refused = (code: number, about: string) => ({ status: 403, body: { error: { code, message: expect.stringContaining(about) } } });

describe('a blacklist', () => {
  test('holds users in the order of adding, with their profiles', async () => {
    await call('updateUser', 'bob1', { nickname: 'Bob' });
    const answer = await add('owner', ['cat1', 'ann1', 'cat1']);
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    await add('owner', ['bob1']);
    expect(await names('owner')).toEqual(['cat1', 'ann1', 'bob1']);
    expect((await call('getBlacklist', 'owner')).body).toContainEqual({
      username: 'bob1',
      nickname: 'Bob',
      mtime: '2026-01-31 10:38:19',
      ctime: '2026-01-31 10:38:19',
    });
  });

  test('is one way, and empty at first', async () => {
    await add('bob1', ['ann1']);
    expect((await call('getBlacklist', 'ann1')).body).toEqual([]);
  });

  test('is not changed by a call that names an unknown user, an admin or somebody on it', async () => {
    await add('cat1', ['ann1']);
    expect(await add('cat1', ['bob1', 'nobody'])).toMatchObject(refused(899002, 'nobody'));
    expect(await add('cat1', ['bob1', 'boss'])).toMatchObject(refused(899018, 'boss'));
    expect(await add('cat1', ['bob1', 'ann1'])).toMatchObject(refused(899017, 'ann1'));
    expect(await names('cat1')).toEqual(['ann1']);
  });

  test('loses all users of a call, or none', async () => {
    await add('dan1', ['ann1', 'bob1', 'cat1']);
    expect(await remove('dan1', ['ann1', 'boss'])).toMatchObject(refused(899019, 'boss'));
    expect(await remove('dan1', ['ann1', 'nobody'])).toMatchObject(refused(899002, 'nobody'));
    expect(await names('dan1')).toEqual(['ann1', 'bob1', 'cat1']);
    const answer = await remove('dan1', ['ann1', 'cat1', 'ann1']);
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    expect(await names('dan1')).toEqual(['bob1']);
  });

  test('may be that of an admin', async () => {
    expect(await add('boss', ['ann1'])).toMatchObject({ status: 204 });
    expect(await names('boss')).toEqual(['ann1']);
  });

  test('takes a user once when two calls add the same at once', async () => {
    const answers = await Promise.all([add('ann1', ['bob1', 'cat1']), add('ann1', ['cat1', 'bob1'])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
    expect((await names('ann1')).sort()).toEqual(['bob1', 'cat1']);
  });

  test('takes a list of 1 to 500 names and nothing else', async () => {
    const many = Array.from({ length: 501 }, (_, index) => `many${index}`);
    for (const body of [undefined, [], [true], ['a,b'], {}, many]) {
      expect(await add('owner', body)).toMatchObject({ status: 400, body: { error: { code: 899003 } } });
      expect(await remove('owner', body)).toMatchObject({ status: 400, body: { error: { code: 899003 } } });
    }
  });
});
