import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPassword } from '../../../server/src/domain/users/passwords.ts';
import { verifyToken } from '../../../server/src/domain/users/tokens.ts';
import { findUser, updateUser } from '../../../server/src/store/users.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, username: string, input: object = {}) => on.jmessage.call(operationId, { path: { username }, ...input });
const register = (...usernames: string[]) =>
  on.jmessage.call('registerUsers', { body: usernames.map((username) => ({ username, password: 'secret' })) });
const refused = (status: number, code: number) => ({ status, body: { error: { code, message: expect.any(String) } } });
const token = async (userId: string) => ((await on.rongcloud.call('registerUser', { body: { userId } })).body as { token: string }).token;

describe('the profile', () => {
  test('has the fields that are given changed, and no other', async () => {
    await register('paul');
    await call('updateUser', 'paul', { body: { nickname: 'Paul', region: 'Bonn', extras: { a: 1, b: 2 } } });
    on.clock.advance(60_000);
    const answer = await call('updateUser', 'paul', { body: { region: 'Köln', gender: 2, extras: { c: null } } });
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    expect((await call('getUser', 'paul')).body).toEqual({
      username: 'paul',
      nickname: 'Paul',
      region: 'Köln',
      gender: 2,
      extras: { c: null },
      ctime: '2026-01-31 10:38:19',
      mtime: '2026-01-31 10:39:19',
    });
  });

  test('loses a field that is set empty, and keeps one that is null', async () => {
    await register('petra');
    await call('updateUser', 'petra', { body: { nickname: 'Petra', birthday: '1990-01-24', address: 'here' } });
    const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json' };
    const body = JSON.stringify({ nickname: '', birthday: '', address: null });
    expect(await on.jmessage.fetch('/v1/users/petra', { method: 'PUT', headers, body })).toMatchObject({ status: 204 });
    expect((await call('getUser', 'petra')).body).toEqual({
      username: 'petra',
      address: 'here',
      mtime: expect.anything(),
      ctime: expect.anything(),
    });
  });

  test('is not changed by a username or password in it, as the C# SDK sends them', async () => {
    await register('sharp');
    await call('updateUser', 'sharp', { body: { username: 'other', password: 'other', gender: 0 } });
    expect(await call('getUser', 'sharp')).toMatchObject({ body: { username: 'sharp', gender: 0 } });
    const row = await findUser(on.ctx.db, on.app.id, 'sharp');
    expect(await isPassword(on.ctx, { text: 'secret' }, row!.password_hash!)).toBe(true);
  });

  test('refuses a day that does not exist and extras that are too long, changing nothing', async () => {
    await register('pablo');
    expect(await call('updateUser', 'pablo', { body: { region: 'x', birthday: '2026-02-30' } })).toMatchObject(refused(400, 899003));
    expect(await call('updateUser', 'pablo', { body: { region: 'x', extras: { k: '字'.repeat(169) } } })).toMatchObject(
      refused(400, 899003),
    );
    expect((await call('getUser', 'pablo')).body).not.toHaveProperty('region');
  });

  test('belongs to its app', async () => {
    await register('owned');
    const { jmessage } = await on.addApp();
    expect(await jmessage.call('getUser', { path: { username: 'owned' } })).toMatchObject(refused(403, 899002));
  });
});

test.each([
  ['getUser', {}],
  ['updateUser', { body: { nickname: 'x' } }],
  ['deleteUser', {}],
  ['getUserStatus', {}],
  ['changePassword', { body: { new_password: 'changed' } }],
  ['addToBlacklist', { body: ['known'] }],
  ['removeFromBlacklist', { body: ['known'] }],
  ['getBlacklist', {}],
  ['setDoNotDisturb', { body: { global: 1 } }],
  ['setUserForbidden', { query: { disable: true } }],
])('%s of an unknown user is refused with 403, of what is no name with 400', async (operationId, input) => {
  await register('known');
  expect(await call(operationId, 'nobody', input)).toEqual(
    expect.objectContaining({ status: 403, body: { error: { code: 899002, message: 'No such user: nobody' } } }),
  );
  expect(await call(operationId, 'a,b', input)).toMatchObject(refused(400, 899003));
  expect(await call(operationId, 'n'.repeat(129), input)).toMatchObject(refused(400, 899003));
});

describe('the list of users', () => {
  test('is in order of registration, in pages with the real total', async () => {
    const { jmessage } = await on.addApp();
    const list = async (query: object) => (await jmessage.call('listUsers', { query: { ...query } })).body;
    expect(await list({})).toEqual({ total: 0, start: 0, count: 0, users: [] });
    const body = ['zeta', 'alfa', 'mike', 'beta'].map((username) => ({ username, password: 'secret' }));
    await jmessage.call('registerUsers', { body });
    const named = (...usernames: string[]) => usernames.map((username) => expect.objectContaining({ username }));
    expect(await list({})).toEqual({ total: 4, start: 0, count: 4, users: named('zeta', 'alfa', 'mike', 'beta') });
    expect(await list({ start: 1, count: 2 })).toEqual({ total: 4, start: 1, count: 2, users: named('alfa', 'mike') });
    expect(await list({ start: 3 })).toEqual({ total: 4, start: 3, count: 1, users: named('beta') });
    expect(await list({ start: 9, count: 500 })).toEqual({ total: 4, start: 9, count: 0, users: [] });
  });

  test.each(['listUsers', 'listAdmins'])('%s refuses a start below 0 and a count outside 1 to 500', async (operationId) => {
    for (const query of [{ start: -1 }, { count: 0 }, { count: 501 }, { start: 'x' }]) {
      expect(await on.jmessage.call(operationId, { query })).toMatchObject(refused(400, 899003));
    }
  });
});

describe('the online status', () => {
  test('is offline for everybody before there is a realtime gateway', async () => {
    await register('off1', 'off2');
    expect(await call('getUserStatus', 'off1')).toMatchObject({ status: 200, body: { login: false, online: false } });
    expect((await on.jmessage.call('queryUserStatuses', { body: ['off2', 'off1'] })).body).toEqual([
      { username: 'off2', devices: [] },
      { username: 'off1', devices: [] },
    ]);
  });

  test('of several, some of whom are unknown, is told of each, by both names of the operation', async () => {
    await register('v2-one', 'v2-two');
    const other = await on.addApp();
    await other.jmessage.call('registerUsers', { body: [{ username: 'v2-foreign', password: 'secret' }] });
    const body = ['v2-two', 'nobody', 'v2-one', 'v2-foreign', 'v2-two'];
    const known = (username: string) => ({ username, devices: [], statuscode: 0 });
    const unknown = (username: string) => ({ username, devices: [], statuscode: 1, statusmsg: 'no_exist' });
    const statuses = [known('v2-two'), unknown('nobody'), known('v2-one'), unknown('v2-foreign')];
    expect((await on.jmessage.call('queryKnownUserStatuses', { body })).body).toEqual(statuses);
    const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json' };
    for (const path of ['/v2/users/statuser', '/v2/users/userstat', '/v2/users/userstat/']) {
      const answer = await on.jmessage.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: statuses });
    }
  });

  test('of several is refused when one is unknown, or more than 500 are named', async () => {
    const query = (body: unknown) => on.jmessage.call('queryUserStatuses', { body });
    expect(await query(['off1', 'nobody'])).toMatchObject(refused(403, 899002));
    expect(await query(Array.from({ length: 501 }, (_, index) => `off${index}`))).toMatchObject(refused(400, 899003));
    expect(await query(['off1', true])).toMatchObject(refused(400, 899003));
  });

  test('has a path that a user may have as a name', async () => {
    await register('userstat');
    expect(await call('getUser', 'userstat')).toMatchObject({ status: 200, body: { username: 'userstat' } });
    expect(await call('updateUser', 'userstat', { body: { nickname: 'x' } })).toMatchObject({ status: 204 });
    expect(await call('getUserStatus', 'userstat')).toMatchObject({ status: 200 });
  });
});

describe('changing the password', () => {
  test('sets it without asking for the old one', async () => {
    await register('pass');
    expect(await call('changePassword', 'pass', { body: { new_password: '新密' } })).toMatchObject({ status: 204 });
    const stored = (await findUser(on.ctx.db, on.app.id, 'pass'))!.password_hash!;
    expect([await isPassword(on.ctx, { text: '新密' }, stored), await isPassword(on.ctx, { text: 'secret' }, stored)]).toEqual([
      true,
      false,
    ]);
  });

  test('replaces one that version 0.1 has stored, which no client could log in with', async () => {
    const stored = '$argon2id$v=19$m=19456,t=2,p=1$z/gF1VoI4SIjb23UHOiakA$bwmauHxv3gQp2MbDDt7YZraYOpRAXPL5nG132c0ktJ4';
    await register('legacy');
    await updateUser(on.ctx.db, { appId: on.app.id, userId: 'legacy' }, { password_hash: stored });
    const proved = async () =>
      isPassword(on.ctx, { md5: hash('md5', 'secret') }, (await findUser(on.ctx.db, on.app.id, 'legacy'))!.password_hash!);
    expect(await proved()).toBe(false);
    expect(await call('changePassword', 'legacy', { body: { new_password: 'secret' } })).toMatchObject({ status: 204 });
    expect(await proved()).toBe(true);
  });

  test('holds the new one to 4 to 128 bytes', async () => {
    await register('bytes');
    const change = (password?: string) => call('changePassword', 'bytes', { body: { new_password: password } });
    for (const wrong of [undefined, '', '字', '字'.repeat(43)]) expect(await change(wrong)).toMatchObject(refused(400, 899003));
    for (const right of ['字x', `${'字'.repeat(42)}xx`]) expect(await change(right)).toMatchObject({ status: 204 });
  });

  test('ends the tokens from before, to the millisecond', async () => {
    await register('tokens');
    const old = await token('tokens');
    on.clock.advance(1000);
    const before = await token('tokens');
    await call('changePassword', 'tokens', { body: { new_password: 'changed' } });
    const after = await token('tokens');
    on.clock.advance(1);
    const later = await token('tokens');
    const alive = await Promise.all([old, before, after, later].map((text) => verifyToken(on.ctx, text)));
    expect(alive.map(Boolean)).toEqual([false, false, true, true]);
  });
});
