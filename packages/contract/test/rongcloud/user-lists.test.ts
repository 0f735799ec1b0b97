import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inApp } from '../../../server/src/store/scoped-ids.ts';
import { insertEntries, type UserList } from '../../../server/src/store/user-lists.ts';
import { conversationMessages } from '../support/messages.ts';
import { accepted, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });

interface Page {
  users: string[];
  next?: string;
}

const lists = [
  { kind: 'block', field: 'blackUserId', add: 'addBlocklistUsers', remove: 'removeBlocklistUsers', query: 'listBlocklistUsers' },
  { kind: 'allow', field: 'whiteUserId', add: 'addAllowlistUsers', remove: 'removeAllowlistUsers', query: 'listAllowlistUsers' },
] as const;

describe.each(lists)('a $kind list', ({ kind, field, add, remove, query }) => {
  const put = (userId: string, ...userIds: string[]) => call(add, { userId, [field]: userIds });
  const take = (userId: string, ...userIds: string[]) => call(remove, { userId, [field]: userIds });
  const page = async (userId: string, fields: object = {}) => (await call(query, { userId, ...fields })).body as Page;
  /** Fills a list without a call for every twenty. */
  const fill = (userId: string, ...userIds: string[]) => {
    const list: UserList = { appId: on.app.id, userId, kind };
    return insertEntries(on.ctx.db, list, inApp(on.app.id, userIds));
  };

  test('has the entry added last first, each once and in its first place; ids need no registration', async () => {
    expect(await put('owner', 'b', 'a')).toMatchObject(accepted);
    expect(await put('owner', 'c', 'b', 'c')).toMatchObject(accepted);
    expect(await page('owner')).toEqual({ code: 200, users: ['c', 'a', 'b'] });
    expect(await page('a')).toEqual({ code: 200, users: [] });
  });

  test('loses users; who is not on it, and an unknown owner, are no error', async () => {
    await put('loser', 'a', 'b', 'c');
    expect(await take('loser', 'a', 'c', 'never-on')).toMatchObject(accepted);
    expect(await page('loser')).toEqual({ code: 200, users: ['b'] });
    expect(await take('unknown', 'a')).toMatchObject(accepted);
  });

  test('is read page by page; next comes only while more follow, and entries that come or go do not move the pages', async () => {
    await fill('paged', ...ids('u', 5));
    const first = await page('paged', { size: 2 });
    expect(first).toEqual({ code: 200, users: ['u4', 'u3'], next: expect.any(String) });
    await put('paged', 'new');
    await take('paged', 'u3');
    const second = await page('paged', { size: 2, pageToken: first.next });
    expect(second.users).toEqual(['u2', 'u1']);
    expect(await page('paged', { size: 1, pageToken: second.next })).toEqual({ code: 200, users: ['u0'] });
    expect(await page('paged', { size: 3, pageToken: first.next })).toEqual({ code: 200, users: ['u2', 'u1', 'u0'] });
  });

  test('has pages of 1000 unless told otherwise; an empty token and size 0 count as absent', async () => {
    await fill('long', ...ids('u', 1001));
    for (const body of ['userId=long', 'userId=long&pageToken=&size=0', 'userId=long&size=1000']) {
      const answer = (await post(on.rongcloud, on.rongcloud.api.byId(query).path, { body })).body as Page;
      expect([answer.users.length, answer.users[0]]).toEqual([1000, 'u1000']);
      expect(await page('long', { pageToken: answer.next })).toEqual({ code: 200, users: ['u0'] });
    }
    expect(await call(query, { userId: 'long', size: 1001 })).toMatchObject(refused(1002));
  });

  test('refuses a token that is not one of ours', async () => {
    const errorMessage = 'pageToken is not one of ours.';
    for (const pageToken of ['x', 'MTI=', '12', '%', 'OTk5OTk5OTk5OTk5OTk5OTk5OTk5', '😀']) {
      expect(await call(query, { userId: 'long', pageToken })).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
    }
  });

  test('has at most 3000 users, whoever is faster; a call that would pass them adds nobody', async () => {
    await fill('full', ...ids('u', 2985));
    const answers = await Promise.all(['a', 'b', 'c'].map((part) => put('full', ...ids(part, 10))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    const errorMessage = `The ${kind}list would have more than 3000 users.`;
    expect(await put('full', ...ids('d', 6))).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
    expect(await put('full', ...ids('e', 5), 'u0')).toMatchObject(accepted);
    expect(await put('full', 'one-more')).toMatchObject(refused(1002));
    expect(await put('full', 'u0', 'u1')).toMatchObject(accepted);
    expect((await page('full', { size: 6 })).users).toEqual(['e4', 'e3', 'e2', 'e1', 'e0', expect.stringMatching(/^[abc]9$/)]);
  });

  test('takes 1 to 20 users in a call', async () => {
    expect(await put('many', ...ids('u', 20))).toMatchObject(accepted);
    expect(await put('many', ...ids('u', 21))).toMatchObject(refused(1002));
    expect(await take('many', ...ids('u', 21))).toMatchObject(refused(1002));
  });

  test('belongs to one app', async () => {
    const other = await on.addApp();
    await put('apart', 'a');
    expect((await other.rongcloud.call(query, { body: { userId: 'apart' } })).body).toEqual({ code: 200, users: [] });
  });

  test('is empty after a deactivation; an account that is deleted goes from the lists of others too', async () => {
    await put('off', 'a');
    await call('deactivateUsers', { userId: ['off'] });
    expect((await page('off')).users).toEqual([]);
    const gone = `gone-${kind}`;
    await insertUsers(on, gone);
    await put(gone, 'a');
    await put('stays', gone, 'a');
    await on.jmessage.call('deleteUser', { path: { username: gone } });
    expect([(await page(gone)).users, (await page('stays')).users]).toEqual([[], ['a']]);
  });
});

describe('the blocklist', () => {
  const blacklist = (operationId: string, username: string, body?: string[]) => on.jmessage.call(operationId, { path: { username }, body });

  test('is the blacklist of the JMessage dialect, both ways', async () => {
    await insertUsers(on, 'pam1', 'ann1', 'bob1');
    await call('addBlocklistUsers', { userId: 'pam1', blackUserId: ['ann1', 'ghost'] });
    const names = async () => ((await blacklist('getBlacklist', 'pam1')).body as { username: string }[]).map(({ username }) => username);
    expect(await names()).toEqual(['ann1', 'ghost']);
    expect(await blacklist('addToBlacklist', 'pam1', ['ann1'])).toMatchObject({ status: 403, body: { error: { code: 899017 } } });
    await blacklist('addToBlacklist', 'pam1', ['bob1']);
    await blacklist('removeFromBlacklist', 'pam1', ['ann1']);
    expect((await call('listBlocklistUsers', { userId: 'pam1' })).body).toEqual({ code: 200, users: ['bob1', 'ghost'] });
    await call('removeBlocklistUsers', { userId: 'pam1', blackUserId: ['ghost', 'bob1'] });
    expect(await names()).toEqual([]);
  });

  test('is served under the path of one English page too', async () => {
    for (const [path, body, answer] of [
      ['add', 'userId=alias&blackUserId=a&blackUserId=b', { code: 200 }],
      ['remove', 'userId=alias&blackUserId=a', { code: 200 }],
      ['query', 'userId=alias', { code: 200, users: ['b'] }],
    ] as const) {
      expect((await post(on.rongcloud, `/user/blocklist/${path}.json`, { body })).body).toEqual(answer);
    }
  });

  test('survives changes through both dialects at once', async () => {
    const userIds = ids('race', 20);
    await insertUsers(on, 'racer', ...userIds);
    const turned = userIds.toReversed();
    const answers = await Promise.all([
      call('addBlocklistUsers', { userId: 'racer', blackUserId: userIds }),
      blacklist('addToBlacklist', 'racer', turned),
      call('removeBlocklistUsers', { userId: 'racer', blackUserId: turned }),
      blacklist('removeFromBlacklist', 'racer', userIds),
    ]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });
});

describe('the switch', () => {
  const set = (whiteSetting: number, ...userId: string[]) => call('setAllowlistSwitch', { userId, whiteSetting });
  const get = async (...userId: string[]) => {
    const { users } = (await call('getAllowlistSwitch', { userId })).body as { users: { userId: string; whiteSetting: string }[] };
    return users.map((user) => `${user.userId} ${user.whiteSetting}`);
  };

  test('is off at first, and answered in the order of the call as text', async () => {
    expect(await set(1, 's1', 's2')).toMatchObject(accepted);
    expect(await set(1, 's1')).toMatchObject(accepted);
    expect(await get('s2', 'never', 's1', 's2')).toEqual(['s2 1', 'never 0', 's1 1', 's2 1']);
    await set(0, 's1', 'never');
    expect(await get('s1', 's2', 'never')).toEqual(['s1 0', 's2 1', 'never 0']);
  });

  test('changes neither list', async () => {
    await call('addBlocklistUsers', { userId: 'keeper', blackUserId: ['b'] });
    await call('addAllowlistUsers', { userId: 'keeper', whiteUserId: ['a'] });
    for (const state of [1, 0]) await set(state, 'keeper');
    expect((await call('listBlocklistUsers', { userId: 'keeper' })).body).toEqual({ code: 200, users: ['b'] });
    expect((await call('listAllowlistUsers', { userId: 'keeper' })).body).toEqual({ code: 200, users: ['a'] });
  });

  test('takes 1 to 20 users and 0 or 1', async () => {
    expect(await set(2, 's1')).toMatchObject(refused(1002));
    expect(await set(1, ...ids('s', 21))).toMatchObject(refused(1002));
    expect(await call('getAllowlistSwitch', { userId: ids('s', 21) })).toMatchObject(refused(1002));
  });

  test('goes with a deleted account', async () => {
    await insertUsers(on, 'leaver');
    await set(1, 'leaver');
    await on.jmessage.call('deleteUser', { path: { username: 'leaver' } });
    expect(await get('leaver')).toEqual(['leaver 0']);
  });
});

describe('verifyBlacklist', () => {
  const send = (toUserId: string[], verifyBlacklist: number) =>
    call('publishPrivateMessage', { fromUserId: 'sam', toUserId, objectName: 'RC:TxtMsg', content: '{"content":"Hi"}', verifyBlacklist });
  const got = async (userId: string) => (await conversationMessages(on, 'sam', userId)).length;

  test('asks the allowlist of a recipient who has it in force, and the blocklist of the others', async () => {
    const toUserId = ['strict', 'open', 'closed', 'both'];
    await call('setAllowlistSwitch', { userId: ['strict', 'both'], whiteSetting: 1 });
    await call('addAllowlistUsers', { userId: 'both', whiteUserId: ['sam'] });
    for (const userId of ['closed', 'both']) await call('addBlocklistUsers', { userId, blackUserId: ['sam'] });
    const { messageUIDs } = (await send(toUserId, 1)).body as { messageUIDs: { userId: string }[] };
    expect(messageUIDs.map(({ userId }) => userId)).toEqual(toUserId);
    expect(await Promise.all(toUserId.map(got))).toEqual([0, 1, 0, 1]);
    await send(toUserId, 0);
    expect(await Promise.all(toUserId.map(got))).toEqual([1, 2, 1, 2]);
  });
});

test('an app whose allowlist service is off has a blocklist only', async () => {
  const { rongcloud } = await on.addApp({ settings: { services: { userAllowlist: false } } });
  const body = { userId: 'u', whiteUserId: ['a'] };
  const errorMessage = 'Service userAllowlist is not enabled.';
  for (const [operationId, fields] of [
    ['setAllowlistSwitch', { userId: ['u'], whiteSetting: 1 }],
    ['getAllowlistSwitch', { userId: ['u'] }],
    ['addAllowlistUsers', body],
    ['removeAllowlistUsers', body],
    ['listAllowlistUsers', { userId: 'u' }],
  ] as const) {
    expect(await rongcloud.call(operationId, { body: fields })).toMatchObject({ status: 430, body: { code: 1009, errorMessage } });
  }
  expect(await rongcloud.call('addBlocklistUsers', { body: { userId: 'u', blackUserId: ['a'] } })).toMatchObject(accepted);
});
