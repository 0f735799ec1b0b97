import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBlocked } from '../../../server/src/domain/users/blocks.ts';
import { isPassword } from '../../../server/src/domain/users/passwords.ts';
import { verifyToken } from '../../../server/src/domain/users/tokens.ts';
import { findUser } from '../../../server/src/store/users.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const hour = 60 * 60_000;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const jmessage = (operationId: string, username: string, input: object = {}) =>
  on.jmessage.call(operationId, { path: { username }, ...input });
const rongcloud = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });
const register = (username: string, fields: object = {}) =>
  on.jmessage.call('registerUsers', { body: [{ username, password: 'secret', ...fields }] });
const token = async (userId: string) => ((await rongcloud('registerUser', { userId })).body as { token: string }).token;
const forbid = (username: string, disable: boolean) => jmessage('setUserForbidden', username, { query: { disable } });

describe('a user registered through the RongCloud dialect', () => {
  test('is a user here, the name as nickname, and its id is taken', async () => {
    const name = '长'.repeat(64);
    await rongcloud('registerUser', { userId: 'a b', name, portraitUri: 'https://example.com/a.png' });
    expect((await jmessage('getUser', 'a b')).body).toEqual({
      username: 'a b',
      nickname: name,
      mtime: '2026-01-31 10:38:19',
      ctime: '2026-01-31 10:38:19',
    });
    await rongcloud('registerUser', { userId: 'rong' });
    expect(await register('rong')).toMatchObject({ status: 403, body: [{ error: { code: 899001 } }] });
    expect(await on.jmessage.call('listUsers')).toMatchObject({ body: { total: 2, users: [{ username: 'a b' }, { username: 'rong' }] } });
  });

  test('may have any id that the dialect allows, in every path', async () => {
    for (const userId of ['1', '/', '...', '😀 %2F?#', 'a+b']) {
      await rongcloud('registerUser', { userId });
      expect(await jmessage('updateUser', userId, { body: { gender: 1 } })).toMatchObject({ status: 204 });
      expect(await jmessage('getUser', userId)).toMatchObject({ body: { username: userId, gender: 1 } });
    }
  });

  test('gets a first password by changing it', async () => {
    await rongcloud('registerUser', { userId: 'nopass' });
    expect((await findUser(on.ctx.db, on.app.id, 'nopass'))?.password_hash).toBeNull();
    await jmessage('changePassword', 'nopass', { body: { new_password: 'first' } });
    expect(await isPassword(on.ctx, { text: 'first' }, (await findUser(on.ctx.db, on.app.id, 'nopass'))!.password_hash!)).toBe(true);
  });

  test('cannot be registered here while deactivated, registered before or not', async () => {
    await rongcloud('deactivateUsers', { userId: ['neverthere'] });
    expect(await register('neverthere')).toMatchObject({ status: 403, body: [{ error: { code: 899001 } }] });
    on.clock.advance(hour);
    await rongcloud('reactivateUsers', { userId: ['neverthere'] });
    expect(await register('neverthere')).toMatchObject({ status: 201 });
  });

  test('shows in a blacklist by username alone when it was never registered, and can be taken off it', async () => {
    await register('lister');
    await on.ctx.db
      .insertInto('blocklists')
      .values({ app_id: on.app.id, user_id: 'lister', blocked_app_id: on.app.id, blocked_id: 'stranger' })
      .execute();
    expect((await jmessage('getBlacklist', 'lister')).body).toEqual([{ username: 'stranger' }]);
    expect(await jmessage('removeFromBlacklist', 'lister', { body: ['stranger'] })).toMatchObject({ status: 204 });
    expect(await jmessage('removeFromBlacklist', 'lister', { body: ['stranger'] })).toMatchObject({ body: { error: { code: 899002 } } });
  });
});

describe('a disabled user', () => {
  test('is so without an end', async () => {
    await register('endless');
    const answer = await forbid('endless', true);
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    on.clock.advance(400 * 24 * hour);
    expect(await isBlocked(on.ctx, 'endless')).toBe(true);
  });

  test('is enabled again, from any block, and neither repetition is an error', async () => {
    await register('blocked');
    await rongcloud('blockUsers', { userId: ['blocked'], minute: 10 });
    expect(await forbid('blocked', false)).toMatchObject({ status: 204 });
    expect(await isBlocked(on.ctx, 'blocked')).toBe(false);
    for (const disable of [false, true, true]) expect(await forbid('blocked', disable)).toMatchObject({ status: 204 });
    expect(await isBlocked(on.ctx, 'blocked')).toBe(true);
  });

  test('has lost its tokens, also those from the same millisecond, and enabling does not bring them back', async () => {
    await register('loses');
    const before = await token('loses');
    await forbid('loses', true);
    await forbid('loses', false);
    const after = await token('loses');
    expect(await verifyToken(on.ctx, before)).toBeUndefined();
    expect(await verifyToken(on.ctx, after)).toMatchObject({ userId: 'loses' });
    await forbid('loses', false);
    expect(await verifyToken(on.ctx, after)).toMatchObject({ userId: 'loses' });
  });

  test('may be named in capitals, as the C# SDK does, and has to be named', async () => {
    await register('capital');
    const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json' };
    const put = (query: string) => on.jmessage.fetch(`/v1/users/capital/forbidden${query}`, { method: 'PUT', headers, body: '{}' });
    expect(await put('?disable=True')).toMatchObject({ status: 204 });
    expect(await isBlocked(on.ctx, 'capital')).toBe(true);
    expect(await put('?disable=False')).toMatchObject({ status: 204 });
    expect(await isBlocked(on.ctx, 'capital')).toBe(false);
    for (const query of ['', '?disable=', '?disable=1']) {
      expect(await put(query)).toMatchObject({ status: 400, body: { error: { code: 899003 } } });
    }
  });
});
