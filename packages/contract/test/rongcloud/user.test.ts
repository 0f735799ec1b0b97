import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBlocked } from '../../../server/src/domain/users/blocks.ts';
import { verifyToken } from '../../../server/src/domain/users/tokens.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const minute = 60_000;
const hour = 60 * minute;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });
const refused = (code: number, errorMessage: string) => ({ status: 400, body: { code, errorMessage } });

async function register(userId: string, fields: object = {}): Promise<string> {
  const { body } = await call('registerUser', { userId, ...fields });
  return (body as { token: string }).token;
}

describe('registration', () => {
  test('the first call registers, a further one gives a further token and overwrites what it names', async () => {
    const first = await register('ann', { name: 'Ann', portraitUri: 'https://example.com/a.png' });
    const second = await register('ann', { name: 'Anna' });
    expect(second).not.toBe(first);
    expect(await verifyToken(on.ctx, first)).toMatchObject({ userId: 'ann' });
    expect(await verifyToken(on.ctx, second)).toMatchObject({ userId: 'ann' });
    expect(await call('getUser', { userId: 'ann' })).toMatchObject({
      body: { userName: 'Anna', userPortrait: 'https://example.com/a.png', createTime: '2026-01-31 10:38:19' },
    });
  });

  test('a token has at most 256 bytes for the longest id and survives dots and four-byte characters in it', async () => {
    for (const userId of ['.'.repeat(64), '😀'.repeat(16)]) {
      const token = await register(userId);
      expect(Buffer.byteLength(token)).toBeLessThanOrEqual(256);
      expect(await verifyToken(on.ctx, token)).toMatchObject({ userId });
    }
  });

  test('a token of another app, or a changed one, proves nothing', async () => {
    const token = await register('ann');
    const other = await on.addApp();
    expect(await verifyToken({ ...on.ctx, app: other.app }, token)).toBeUndefined();
    expect(await verifyToken(on.ctx, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined();
    expect(await verifyToken(on.ctx, `${token}.x`)).toBeUndefined();
    expect(await verifyToken(on.ctx, token.replace(/[^.]/g, 'é'))).toBeUndefined();
    expect(await verifyToken(on.ctx, '')).toBeUndefined();
  });

  test('refusals name the field', async () => {
    expect(await call('registerUser')).toMatchObject(refused(1002, 'userId is required.'));
    expect(await call('registerUser', { userId: 'a,b' })).toMatchObject({
      body: { code: 1002, errorMessage: expect.stringMatching(/^userId /) },
    });
    expect(await call('registerUser', { userId: 'ann', name: 'n'.repeat(65) })).toMatchObject(
      refused(1005, 'name must have at most 64 characters.'),
    );
  });
});

describe('tokens', () => {
  test('those issued before the time end, those issued at it live', async () => {
    const before = await register('tom');
    on.clock.advance(1000);
    await call('expireTokens', { userId: ['tom', 'never-registered'], time: on.clock.now() });
    const after = await register('tom');
    expect(await verifyToken(on.ctx, before)).toBeUndefined();
    expect(await verifyToken(on.ctx, after)).toMatchObject({ userId: 'tom' });
  });

  test('an earlier time does not bring ended tokens back', async () => {
    const token = await register('tim');
    on.clock.advance(1000);
    await call('expireTokens', { userId: ['tim'], time: on.clock.now() });
    await call('expireTokens', { userId: ['tim'], time: 0 });
    expect(await verifyToken(on.ctx, token)).toBeUndefined();
  });

  test('more than 20 users are refused', async () => {
    const userId = Array.from({ length: 21 }, (_, index) => `u${index}`);
    expect(await call('expireTokens', { userId, time: 1 })).toMatchObject(refused(1002, 'userId must have at most 20 items.'));
  });
});

describe('profile', () => {
  test('a field left out or empty keeps its value', async () => {
    await register('pat', { name: 'Pat', portraitUri: 'p' });
    await call('updateUser', { userId: 'pat', name: 'Patricia', portraitUri: '' });
    expect(await call('getUser', { userId: 'pat' })).toMatchObject({ body: { userName: 'Patricia', userPortrait: 'p' } });
    expect(await call('updateUser', { userId: 'pat' })).toMatchObject({ status: 200 });
  });

  test('an unknown user is refused by name', async () => {
    expect(await call('getUser', { userId: 'nobody' })).toMatchObject(refused(1002, 'userIdnobody is not exist.'));
    expect(await call('updateUser', { userId: 'nobody', name: 'x' })).toMatchObject(refused(1002, 'userIdnobody is not exist.'));
  });

  test('users belong to their app', async () => {
    await register('pat');
    const { rongcloud } = await on.addApp();
    expect(await rongcloud.call('getUser', { body: { userId: 'pat' } })).toMatchObject(refused(1002, 'userIdpat is not exist.'));
  });
});

describe('deactivation', () => {
  test('ends tokens and registration and clears the profile, until an hour later the id is reactivated', async () => {
    const token = await register('dan', { name: 'Dan' });
    expect(await call('deactivateUsers', { userId: ['dan', 'never-registered'] })).toMatchObject({ status: 200 });
    expect(await verifyToken(on.ctx, token)).toBeUndefined();
    expect(await call('registerUser', { userId: 'dan' })).toMatchObject(refused(1002, 'userId dan is deactivated.'));
    expect(await call('getUser', { userId: 'dan' })).toMatchObject({ body: { userName: '' } });

    on.clock.advance(hour - 1);
    await call('reactivateUsers', { userId: ['dan'] });
    expect(await call('registerUser', { userId: 'dan' })).toMatchObject({ status: 400 });

    on.clock.advance(1);
    await call('reactivateUsers', { userId: ['dan'] });
    const fresh = await register('dan');
    expect(await verifyToken(on.ctx, fresh)).toMatchObject({ userId: 'dan' });
    expect(await verifyToken(on.ctx, token)).toBeUndefined();
  });

  test('a repeated deactivation does not start the hour again', async () => {
    await call('deactivateUsers', { userId: ['dot'] });
    on.clock.advance(hour);
    await call('deactivateUsers', { userId: ['dot'] });
    await call('reactivateUsers', { userId: ['dot'] });
    expect(await call('registerUser', { userId: 'dot' })).toMatchObject({ status: 200 });
  });

  test('the list has the newest first, pages of up to 50, and is empty beyond the end', async () => {
    const { rongcloud } = await on.addApp();
    const list = async (body: object) => ((await rongcloud.call('listDeactivatedUsers', { body })).body as { users: string[] }).users;
    for (const userId of ['x1', 'x2', 'x3']) {
      await rongcloud.call('deactivateUsers', { body: { userId: [userId] } });
      on.clock.advance(1);
    }
    expect(await list({})).toEqual(['x3', 'x2', 'x1']);
    expect(await list({ pageNo: 0, pageSize: 0 })).toEqual(['x3', 'x2', 'x1']);
    expect(await list({ pageNo: 2, pageSize: 2 })).toEqual(['x1']);
    expect(await list({ pageNo: 3, pageSize: 2 })).toEqual([]);
  });
});

describe('blocking', () => {
  test('holds to the minute and lifts by itself', async () => {
    await call('blockUsers', { userId: ['bob'], minute: 10 });
    on.clock.advance(10 * minute - 1);
    expect(await isBlocked(on.ctx, 'bob')).toBe(true);
    on.clock.advance(1);
    expect(await isBlocked(on.ctx, 'bob')).toBe(false);
  });

  test('a new block sets a new end; unblocking ends it, also for users not blocked', async () => {
    await call('blockUsers', { userId: ['ben'], minute: 10 });
    await call('blockUsers', { userId: ['ben'], minute: 1 });
    on.clock.advance(minute);
    expect(await isBlocked(on.ctx, 'ben')).toBe(false);
    await call('blockUsers', { userId: ['ben'], minute: 1 });
    await call('unblockUsers', { userId: ['ben', 'never-blocked'] });
    expect(await isBlocked(on.ctx, 'ben')).toBe(false);
  });

  test('the list has the latest end first, without ended blocks, in pages', async () => {
    const { rongcloud } = await on.addApp();
    const block = (userId: string, minutes: number) => rongcloud.call('blockUsers', { body: { userId: [userId], minute: minutes } });
    const list = async (body: object) =>
      (await rongcloud.call('listBlockedUsers', { body })).body as { users: { userId: string; blockEndTime: string }[] };
    expect(await list({})).toMatchObject({ users: [] });
    await block('b1', 1);
    await block('b2', 3);
    await block('b3', 2);
    expect((await list({})).users.map((user) => user.userId)).toEqual(['b2', 'b3', 'b1']);
    expect((await list({ page: 2, size: 2 })).users.map((user) => user.userId)).toEqual(['b1']);
    on.clock.advance(minute);
    expect((await list({ page: 0 })).users.map((user) => user.userId)).toEqual(['b2', 'b3']);
    const end = new Date(on.clock.now() + 2 * minute + 8 * hour).toISOString().slice(0, 19).replace('T', ' ');
    expect((await list({})).users[0]).toEqual({ userId: 'b2', blockEndTime: end });
  });

  test('minutes are bounded', async () => {
    expect(await call('blockUsers', { userId: ['bob'] })).toMatchObject(refused(1002, 'minute is required.'));
    expect(await call('blockUsers', { userId: ['bob'], minute: 43201 })).toMatchObject(refused(1002, 'minute must be at most 43200.'));
  });
});

test('nobody is online before there is a realtime gateway, unknown users neither', async () => {
  expect(await call('checkUserOnline', { userId: 'nobody' })).toMatchObject({ body: { status: '0' } });
});

describe('one-to-one mutes', () => {
  test('are listed in the order of muting with the real total, until unmuted', async () => {
    const list = async (page: object) => (await call('listPrivateMutedUsers', { type: 'PERSON', ...page })).body;
    for (const userId of ['m2', 'm1', 'm3']) {
      await call('setPrivateMute', { userId: [userId], state: 1, type: 'PERSON' });
      on.clock.advance(1);
    }
    await call('setPrivateMute', { userId: ['m2'], state: 1, type: 'PERSON' });
    expect(await list({})).toMatchObject({ total: 3, users: ['m2', 'm1', 'm3'] });
    expect(await list({ num: 1, offset: 1 })).toMatchObject({ total: 3, users: ['m1'] });
    expect(await list({ num: 0, offset: 9 })).toMatchObject({ total: 3, users: [] });
    await call('setPrivateMute', { userId: ['m1', 'never-muted'], state: 0, type: 'PERSON' });
    expect(await list({})).toMatchObject({ total: 2, users: ['m2', 'm3'] });
  });
});

describe('tags', () => {
  const tagsOf = async (...userIds: string[]) => ((await call('getUserTags', { userIds })).body as { result: object }).result;

  test('a set replaces all, in the order given, once each; none or an empty list clears', async () => {
    await call('setUserTags', { userId: 't1', tags: ['b', 'a', 'b'] });
    expect(await tagsOf('t1', 'never-tagged')).toEqual({ t1: ['b', 'a'], 'never-tagged': [] });
    await call('setUserTags', { userId: 't1', tags: ['c'] });
    expect(await tagsOf('t1')).toEqual({ t1: ['c'] });
    await call('setUserTags', { userId: 't1' });
    expect(await tagsOf('t1')).toEqual({ t1: [] });
  });

  test('a batch of 1000 users with 20 tags is set at once', async () => {
    const userIds = Array.from({ length: 1000 }, (_, index) => `batch${index}`);
    const tags = Array.from({ length: 20 }, (_, index) => `tag${index}`);
    expect(await call('batchSetUserTags', { userIds, tags })).toMatchObject({ status: 200 });
    expect(await tagsOf('batch0', 'batch999')).toEqual({ batch0: tags, batch999: tags });
  });

  test('a tag of 40 bytes fits, one of 41 does not', async () => {
    expect(await call('setUserTags', { userId: 't2', tags: ['é'.repeat(20)] })).toMatchObject({ status: 200 });
    expect(await call('setUserTags', { userId: 't2', tags: [`${'é'.repeat(20)}x`] })).toMatchObject(
      refused(1005, 'tags[0] must have 1 to 40 bytes of UTF-8.'),
    );
  });
});
