import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { muteUsers } from '../../../server/src/domain/groups/mutes.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';
import { verdictOn } from '../support/verdict.ts';

let on: TestServer;
let gid: number;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'owner', 'ann', 'bob', 'stranger');
});
afterAll(() => on.stop());

const done = { status: 204, body: undefined };
const refused = (code: number, status = 403) => ({ status, body: { error: { code } } });
const silence = (gid: unknown, body: unknown, status: unknown = true) =>
  on.jmessage.call('silenceGroupMembers', { path: { gid }, query: { status }, body });
const silenced = async (userId: string) => (await verdictOn(on, userId, { kind: 'group', id: String(gid) })) === 'sender-muted-in-group';

beforeAll(async () => {
  const { body } = await on.jmessage.call('createGroup', {
    body: { owner_username: 'owner', name: 'Group', members_username: ['ann', 'bob'] },
  });
  gid = (body as { gid: number }).gid;
});

describe('silencing', () => {
  test('holds without an end until it is lifted, and may be repeated', async () => {
    expect(await silence(gid, ['ann', 'bob', 'ann'])).toMatchObject(done);
    expect(await silence(gid, ['ann'])).toMatchObject(done);
    on.clock.advance(365 * 24 * 60 * 60_000);
    expect([await silenced('ann'), await silenced('bob'), await silenced('owner')]).toEqual([true, true, false]);
    expect(await silence(gid, ['ann'], false)).toMatchObject(done);
    expect(await silence(gid, ['ann'], false)).toMatchObject(done);
    expect([await silenced('ann'), await silenced('bob')]).toEqual([false, true]);
  });

  test('may hit the owner', async () => {
    expect(await silence(gid, ['owner'])).toMatchObject(done);
    expect(await silenced('owner')).toBe(true);
  });

  test('outlasts leaving and coming back', async () => {
    await silence(gid, ['bob']);
    await on.jmessage.call('removeGroupMembers', { path: { gid }, body: ['bob'] });
    await on.jmessage.call('addGroupMembers', { path: { gid }, body: ['bob'] });
    expect(await silenced('bob')).toBe(true);
  });

  test('ends with the account', async () => {
    await insertUsers(on, 'gone');
    await on.jmessage.call('addGroupMembers', { path: { gid }, body: ['gone'] });
    await silence(gid, ['gone']);
    await on.jmessage.call('deleteUser', { path: { username: 'gone' } });
    expect(await silenced('gone')).toBe(false);
  });

  test('replaces a mute that ends, and lifting ends it', async () => {
    const muteForASecond = () => muteUsers(on.ctx, String(gid), { userIds: ['ann'], until: on.clock.now() + 1000 });
    await muteForASecond();
    expect(await silenced('ann')).toBe(true);
    await silence(gid, ['ann']);
    on.clock.advance(1000);
    expect(await silenced('ann')).toBe(true);
    await muteForASecond();
    await silence(gid, ['ann'], false);
    expect(await silenced('ann')).toBe(false);
  });

  test('concerns the members of one group, all or nobody', async () => {
    await silence(gid, ['ann'], false);
    expect(await silence(gid, ['ann', 'stranger'])).toMatchObject(refused(899014));
    expect(await silence(gid, ['ann', 'stranger', 'nobody'])).toMatchObject({
      status: 403,
      body: { error: { code: 899002, message: 'No such user: nobody' } },
    });
    expect(await silence(1, ['ann'])).toMatchObject(refused(899006));
    expect(await silenced('ann')).toBe(false);
  });

  test('needs a status that is a boolean and 1 to 500 names', async () => {
    expect(await on.jmessage.call('silenceGroupMembers', { path: { gid }, body: ['ann'] })).toMatchObject(refused(899003, 400));
    for (const status of ['1', 'yes', '']) expect(await silence(gid, ['ann'], status)).toMatchObject(refused(899003, 400));
    for (const body of [[], {}, ids('n', 501)]) expect(await silence(gid, body)).toMatchObject(refused(899003, 400));
    expect(await silence('x', ['ann'])).toMatchObject(refused(899003, 400));
  });

  test('is served with /v1 in front, with True and False, and with a trailing slash', async () => {
    const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json' };
    const put = (path: string) => on.jmessage.fetch(path, { method: 'PUT', headers, body: '["ann"]' });
    expect(await put(`/v1/groups/messages/${gid}/silence?status=True`)).toMatchObject(done);
    expect(await silenced('ann')).toBe(true);
    expect(await put(`/groups/messages/${gid}/silence/?status=False`)).toMatchObject(done);
    expect(await silenced('ann')).toBe(false);
  });
});
