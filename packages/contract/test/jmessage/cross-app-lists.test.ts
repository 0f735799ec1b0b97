import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTrustingApp, type OtherApp } from '../support/apps.ts';
import { QueryCounter } from '../support/query-count.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

const queries = new QueryCounter();
let on: TestServer;
let other: OtherApp;
let third: OtherApp;
let stranger: OtherApp['app'];
beforeAll(async () => {
  on = await startTestServer(queries);
  [other, third] = [await addTrustingApp(on), await addTrustingApp(on)];
  stranger = (await on.addApp()).app;
  await insertUsers(on, 'ann', 'bob', 'cid');
  await other.insertUsers('ann', 'bob', 'dan');
  await third.insertUsers('eve');
  await other.jmessage.call('registerAdmin', { body: { username: 'boss', password: 'secret' } });
});
afterAll(() => on.stop());

const call = (operationId: string, username: string, body?: unknown) => on.jmessage.call(operationId, { path: { username }, body });
const added = { status: 201, body: undefined };
const done = { status: 204, body: undefined };
const refused = (code: number, about = '', status = 403) => ({
  status,
  body: { error: { code, message: expect.stringContaining(about) } },
});
const tooMany = (field: string) => refused(899003, `${field} must have at most 500 items in all entries together`, 400);

interface Listed {
  username: string;
  appkey: string;
}

/** Names in order, of the second app behind a dot, of the third behind a colon. */
async function names(operationId: string, username: string, of = on.jmessage): Promise<string> {
  const marks = new Map([
    [other.app.key, '.'],
    [third.app.key, ':'],
  ]);
  const { body } = await of.call(operationId, { path: { username } });
  return (body as Listed[]).map((user) => `${marks.get(user.appkey) ?? ''}${user.username}`).join(' ');
}

describe('a blacklist', () => {
  const add = (owner: string, ...body: object[]) => call('addToCrossBlacklist', owner, body);
  const remove = (owner: string, ...body: object[]) => call('removeFromCrossBlacklist', owner, body);
  const listed = (owner: string) => names('getCrossBlacklist', owner);

  test('holds users of all apps in the order of adding, with their profiles; the plain one those of the own app', async () => {
    await other.jmessage.call('updateUser', { path: { username: 'bob' }, body: { nickname: 'Other Bob' } });
    const entries = [
      { appkey: other.app.key, usernames: ['bob', 'ann', 'bob'] },
      { appkey: on.app.key, usernames: ['bob'] },
      { appkey: third.app.key, usernames: ['eve'] },
    ];
    expect(await add('ann', ...entries)).toMatchObject(done);
    expect(await listed('ann')).toBe('.bob .ann bob :eve');
    const times = { mtime: '2026-01-31 10:38:19', ctime: '2026-01-31 10:38:19' };
    expect((await call('getCrossBlacklist', 'ann')).body).toContainEqual({
      username: 'bob',
      appkey: other.app.key,
      nickname: 'Other Bob',
      ...times,
    });
    expect((await call('getBlacklist', 'ann')).body).toEqual([{ username: 'bob', ...times }]);
  });

  test('is one way, also across apps', async () => {
    await add('cid', { appkey: other.app.key, usernames: ['dan'] });
    expect(await names('getCrossBlacklist', 'dan', other.jmessage)).toBe('');
  });

  test('gains and loses all users of a call, or none', async () => {
    await insertUsers(on, 'whole');
    const dan = { appkey: other.app.key, usernames: ['dan'] };
    await add('whole', dan, { appkey: on.app.key, usernames: ['ann'] });
    const eve = { appkey: third.app.key, usernames: ['eve'] };
    expect(await add('whole', eve, { appkey: other.app.key, usernames: ['cid'] })).toMatchObject(refused(899002, 'cid'));
    expect(await add('whole', eve, { appkey: other.app.key, usernames: ['boss'] })).toMatchObject(refused(899018, 'boss'));
    expect(await add('whole', eve, dan)).toMatchObject(refused(899017, 'dan'));
    expect(await add('whole', eve, { appkey: stranger.key, usernames: ['ann'] })).toMatchObject(refused(899020, stranger.key));
    expect(await add('nobody', eve)).toMatchObject(refused(899002, 'nobody'));
    expect(await remove('whole', dan, eve)).toMatchObject(refused(899019, 'eve'));
    expect(await remove('whole', dan, { appkey: third.app.key, usernames: ['dan'] })).toMatchObject(refused(899002, 'dan'));
    expect(await remove('whole', dan, { appkey: stranger.key, usernames: ['dan'] })).toMatchObject(refused(899020, stranger.key));
    expect(await listed('whole')).toBe('.dan ann');
    expect(await remove('whole', { appkey: on.app.key, usernames: ['ann', 'ann'] }, dan)).toMatchObject(done);
    expect(await listed('whole')).toBe('');
  });

  test('of the plain calls knows users of the own app only', async () => {
    await insertUsers(on, 'plain');
    await add('plain', { appkey: other.app.key, usernames: ['bob'] });
    expect(await call('removeFromBlacklist', 'plain', ['bob'])).toMatchObject(refused(899019, 'bob'));
    expect(await call('addToBlacklist', 'plain', ['bob'])).toMatchObject(done);
    expect(await listed('plain')).toBe('.bob bob');
    expect(await call('removeFromBlacklist', 'plain', ['bob'])).toMatchObject(done);
    expect(await listed('plain')).toBe('.bob');
  });

  test('shows and loses an own id that was never registered', async () => {
    await on.rongcloud.call('addBlocklistUsers', { body: { userId: 'bob', blackUserId: ['ghost'] } });
    expect((await call('getCrossBlacklist', 'bob')).body).toEqual([{ username: 'ghost', appkey: on.app.key }]);
    expect(await remove('bob', { appkey: on.app.key, usernames: ['ghost'] })).toMatchObject(done);
  });

  test('takes 500 names in all entries together', async () => {
    const half = { appkey: other.app.key, usernames: ids('n', 251) };
    expect(await add('ann', half, half)).toMatchObject(tooMany('usernames'));
    expect(await remove('ann', half, half)).toMatchObject(tooMany('usernames'));
  });

  test('of two calls at once takes a user once', async () => {
    await insertUsers(on, 'racer');
    const entries = [
      { appkey: other.app.key, usernames: ['ann', 'dan'] },
      { appkey: on.app.key, usernames: ['ann'] },
    ];
    const answers = await Promise.all([add('racer', ...entries), add('racer', ...entries.toReversed())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
    expect((await listed('racer')).split(' ').sort()).toEqual(['.ann', '.dan', 'ann']);
  });
});

describe('do-not-disturb', () => {
  let gid: number;
  let elsewhere: number;
  beforeAll(async () => {
    gid = await makeForeign('cid');
    elsewhere = await makeForeign();
  });

  const set = (username: string, ...body: unknown[]) => call('setCrossDoNotDisturb', username, body);
  const settings = async (userId: string) => {
    const targets = await on.ctx.db
      .selectFrom('notification_levels')
      .innerJoin('apps', 'apps.id', 'target_app_id')
      .select(['app_key', 'kind', 'target_id'])
      .where('app_id', '=', on.app.id)
      .where('user_id', '=', userId)
      .execute();
    return targets
      .map(({ app_key, kind, target_id }) => `${app_key === on.app.key ? 'own' : app_key} ${kind === 3 ? 'group' : 'user'} ${target_id}`)
      .sort();
  };

  async function makeForeign(...userIds: string[]): Promise<number> {
    const { body } = await other.jmessage.call('createGroup', {
      body: { owner_username: 'dan', name: 'Foreign', members_username: ['bob'] },
    });
    const made = (body as { gid: number }).gid;
    const entry = { appkey: on.app.key, add: userIds };
    if (userIds.length > 0) await other.jmessage.call('changeCrossGroupMembers', { path: { gid: made }, body: [entry] });
    return made;
  }

  test('is set for users and groups of all apps in one call, and unset again', async () => {
    const entries = [
      { appkey: other.app.key, single: { add: ['ann', 'ann'] }, group: { add: [String(gid), gid] } },
      { appkey: on.app.key, single: { add: ['ann'] } },
    ];
    expect(await set('cid', ...entries)).toMatchObject(done);
    const key = other.app.key;
    expect(await settings('cid')).toEqual([`${key} group ${gid}`, `${key} user ann`, 'own user ann'].sort());
    expect(await set('cid', { appkey: key, single: { remove: ['ann'] }, group: { remove: [gid] } })).toMatchObject(done);
    expect(await settings('cid')).toEqual(['own user ann']);
    expect(await call('setDoNotDisturb', 'cid', { single: { remove: ['ann'] } })).toMatchObject(done);
  });

  test('is changed in all entries, or in none', async () => {
    const dan = { appkey: other.app.key, single: { add: ['dan'] } };
    const group = (appkey: string, lists: object) => set('cid', dan, { appkey, group: lists });
    await set('cid', { appkey: other.app.key, single: { add: ['bob'] }, group: { add: [gid] } });
    const before = await settings('cid');
    expect(await set('cid', dan, { appkey: third.app.key, single: { add: ['ann'] } })).toMatchObject(refused(899002, 'ann'));
    expect(await set('cid', dan, { appkey: third.app.key, single: { remove: ['ann'] } })).toMatchObject(refused(899002, 'ann'));
    expect(await set('nobody', dan)).toMatchObject(refused(899002, 'nobody'));
    expect(await set('cid', dan, { appkey: stranger.key })).toMatchObject(refused(899020, stranger.key));
    expect(await set('cid', dan, { appkey: other.app.key, single: { add: ['bob'] } })).toMatchObject(refused(899043, 'bob'));
    expect(await set('cid', dan, { appkey: on.app.key, single: { remove: ['bob'] } })).toMatchObject(refused(899044, 'bob'));
    for (const appkey of [on.app.key, third.app.key]) {
      expect(await group(appkey, { add: [gid] })).toMatchObject(refused(899045, String(gid)));
      expect(await group(appkey, { remove: [gid] })).toMatchObject(refused(899049, String(gid)));
    }
    expect(await group(other.app.key, { add: [elsewhere] })).toMatchObject(refused(899046, String(elsewhere)));
    expect(await set('bob', { appkey: other.app.key, group: { add: [gid] } })).toMatchObject(refused(899046, String(gid)));
    expect(await group(other.app.key, { add: [gid] })).toMatchObject(refused(899047, String(gid)));
    expect(await group(other.app.key, { remove: [elsewhere] })).toMatchObject(refused(899049, String(elsewhere)));
    expect(await settings('cid')).toEqual(before);
  });

  test('needs no lists, and takes 500 of a kind in all entries together', async () => {
    const appkey = other.app.key;
    expect(await set('cid', { appkey })).toMatchObject(done);
    expect(await set('cid', { appkey, single: {}, group: { add: null, remove: [] } })).toMatchObject(done);
    for (const side of ['add', 'remove']) {
      const users = { appkey, single: { [side]: ids('n', 251) } };
      expect(await set('cid', users, users)).toMatchObject(tooMany(`single.${side}`));
      const groups = { appkey, group: { [side]: ids('', 251).map((_, index) => index + 1) } };
      expect(await set('cid', groups, groups)).toMatchObject(tooMany(`group.${side}`));
    }
  });
});

describe('friends', () => {
  const add = (username: string, body: unknown) => call('addCrossFriends', username, body);
  const friendsOf = (username: string) => names('listFriends', username);
  const entry = (app: OtherApp['app'], ...users: string[]) => ({ appkey: app.key, users });

  test('of all apps are friends on both sides at once, in one list with their apps', async () => {
    expect(await add('ann', entry(other.app, 'ann', 'bob', 'bob'))).toMatchObject(added);
    expect(await call('addFriends', 'ann', ['bob'])).toMatchObject(added);
    expect(await friendsOf('ann')).toBe('.ann .bob bob');
    expect((await other.jmessage.call('listFriends', { path: { username: 'ann' } })).body).toMatchObject([
      { username: 'ann', appkey: on.app.key },
    ]);
    expect(await call('removeCrossFriends', 'ann', entry(other.app, 'ann', 'dan'))).toMatchObject(done);
    expect(await friendsOf('ann')).toBe('.bob bob');
    const back = { path: { username: 'bob' }, body: entry(on.app, 'ann') };
    expect(await other.jmessage.call('removeCrossFriends', back)).toMatchObject(done);
    expect(await friendsOf('ann')).toBe('bob');
    expect(await call('removeFriends', 'ann', ['bob'])).toMatchObject(done);
  });

  test('may come in entries for several apps, and all become friends, or none', async () => {
    await insertUsers(on, 'host');
    const entries = [entry(other.app, 'dan'), entry(on.app, 'cid'), entry(third.app, 'eve')];
    expect(await add('host', entries)).toMatchObject(added);
    expect(await friendsOf('host')).toBe('.dan cid :eve');
    const fresh = entry(other.app, 'ann');
    expect(await add('host', [fresh, entry(third.app, 'dan')])).toMatchObject(refused(899002, 'dan'));
    expect(await add('host', [fresh, entry(third.app, 'eve')])).toMatchObject(refused(899070, 'eve'));
    expect(await add('host', [fresh, entry(on.app, 'host')])).toMatchObject(refused(899003, 'host', 400));
    expect(await add('host', [fresh, entry(stranger, 'ann')])).toMatchObject(refused(899020, stranger.key));
    expect(await friendsOf('host')).toBe('.dan cid :eve');
    expect(await call('removeCrossFriends', 'host', [entry(other.app, 'dan'), entry(third.app, 'dan')])).toMatchObject(
      refused(899002, 'dan'),
    );
    expect(await call('removeCrossFriends', 'host', entry(stranger, 'ann'))).toMatchObject(refused(899020, stranger.key));
    expect(await call('removeCrossFriends', 'host', entries)).toMatchObject(done);
    expect(await friendsOf('host')).toBe('');
  });

  test('of the same name in another app is not the user itself', async () => {
    expect(await add('bob', entry(other.app, 'bob'))).toMatchObject(added);
    expect(await add('bob', entry(on.app, 'bob'))).toMatchObject(refused(899003, 'bob', 400));
    expect(await friendsOf('bob')).toBe('.bob');
  });

  test('of the same name in several apps are noted, and end, each alone', async () => {
    await Promise.all([insertUsers(on, 'star', 'peer'), other.insertUsers('peer'), third.insertUsers('peer')]);
    await add('star', [entry(other.app, 'peer'), entry(on.app, 'peer'), entry(third.app, 'peer')]);
    const note = { appkey: other.app.key, username: 'peer', note_name: 'N' };
    expect(await call('setCrossFriendNotes', 'star', [note])).toMatchObject(done);
    const { body } = await call('listFriends', 'star');
    expect((body as { note_name?: string }[]).map((friend) => friend.note_name)).toEqual(['N', undefined, undefined]);
    expect(await call('removeCrossFriends', 'star', entry(other.app, 'peer'))).toMatchObject(done);
    expect(await friendsOf('star')).toBe('peer :peer');
    const ofPeers = [on, other, third].map(({ jmessage }) => names('listFriends', 'peer', jmessage));
    expect(await Promise.all(ofPeers)).toEqual(['star', '', 'star']);
  });

  test('take 500 names in all entries together', async () => {
    const half = entry(other.app, ...ids('n', 251));
    expect(await add('ann', [half, half])).toMatchObject(tooMany('users'));
    expect(await call('removeCrossFriends', 'ann', [half, half])).toMatchObject(tooMany('users'));
  });

  test('of two apps who add each other are friends once', async () => {
    await Promise.all([insertUsers(on, 'mutual'), other.insertUsers('mutual')]);
    const answers = await Promise.all([
      add('mutual', entry(other.app, 'mutual')),
      other.jmessage.call('addCrossFriends', { path: { username: 'mutual' }, body: entry(on.app, 'mutual') }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
    expect(await friendsOf('mutual')).toBe('.mutual');
    expect(await names('listFriends', 'mutual', other.jmessage)).toBe('mutual');
  });

  test('have notes on each side, and each app changes those of its own users', async () => {
    await Promise.all([insertUsers(on, 'noter'), other.insertUsers('noted')]);
    await add('noter', entry(other.app, 'noted'));
    await call('addFriends', 'noter', ['cid']);
    const about = { appkey: other.app.key, username: 'noted', note_name: 'N', others: '好友备注文档' };
    const note = (...body: object[]) => call('setCrossFriendNotes', 'noter', body);
    expect(await note(about, { appkey: on.app.key, username: 'cid', others: 'own' })).toMatchObject(done);
    const wanted = [{ username: 'noted', note_name: 'N', others: '好友备注文档' }, { others: 'own' }];
    expect((await call('listFriends', 'noter')).body).toMatchObject(wanted);
    const change = { ...about, others: 'changed' };
    expect(await note(change, { appkey: other.app.key, username: 'dan' })).toMatchObject(refused(899071, 'dan'));
    expect(await note(change, { appkey: other.app.key, username: 'cid' })).toMatchObject(refused(899002, 'cid'));
    expect(await note(change, { appkey: stranger.key, username: 'ann' })).toMatchObject(refused(899020, stranger.key));
    expect(await note(change, { ...about, note_name: 'a\nb' })).toMatchObject(refused(899003, '[1].note_name', 400));
    expect(await call('setFriendNotes', 'noter', [change])).toMatchObject(refused(899002, 'noted'));
    expect((await call('listFriends', 'noter')).body).toMatchObject(wanted);
    const { body } = await other.jmessage.call('listFriends', { path: { username: 'noted' } });
    expect((body as object[])[0]).not.toHaveProperty('others');
  });
});

test('the end of an account clears what other apps have of the user', async () => {
  await Promise.all([insertUsers(on, 'keeper'), other.insertUsers('leaver')]);
  const leaver = { appkey: other.app.key, usernames: ['leaver'] };
  await call('addCrossFriends', 'keeper', { appkey: other.app.key, users: ['leaver'] });
  await call('addToCrossBlacklist', 'keeper', [leaver]);
  await call('setCrossDoNotDisturb', 'keeper', [{ appkey: other.app.key, single: { add: ['leaver'] } }]);
  await other.jmessage.call('addToCrossBlacklist', { path: { username: 'leaver' }, body: [{ appkey: on.app.key, usernames: ['keeper'] }] });
  await other.jmessage.call('deleteUser', { path: { username: 'leaver' } });
  expect(await names('listFriends', 'keeper')).toBe('');
  expect(await names('getCrossBlacklist', 'keeper')).toBe('');
  await other.insertUsers('leaver');
  expect(await names('listFriends', 'leaver', other.jmessage)).toBe('');
  expect(await names('getCrossBlacklist', 'leaver', other.jmessage)).toBe('');
  const quiet = [{ appkey: other.app.key, single: { add: ['leaver'] } }];
  expect(await call('setCrossDoNotDisturb', 'keeper', quiet)).toMatchObject(done);
});

test('the number of statements does not grow with the number of apps and users', async () => {
  const names = ids('q', 50);
  await Promise.all([insertUsers(on, 'counter', ...names), other.insertUsers(...names), third.insertUsers('q0')]);
  const count = (operationId: string, ...body: object[]) => queries.of(() => call(operationId, 'counter', body));
  const users = (app: OtherApp['app'], usernames: string[]) => ({ appkey: app.key, usernames });
  const friends = (app: OtherApp['app'], some: string[]) => ({ appkey: app.key, users: some });
  for (const operationId of ['addToCrossBlacklist', 'removeFromCrossBlacklist']) {
    const one = await count(operationId, users(third.app, ['q0']));
    expect(await count(operationId, users(on.app, names), users(other.app, names))).toBe(one);
  }
  for (const operationId of ['addCrossFriends', 'removeCrossFriends']) {
    const one = await count(operationId, friends(third.app, ['q0']));
    expect(await count(operationId, friends(on.app, names), friends(other.app, names))).toBe(one);
  }
  for (const side of ['add', 'remove']) {
    const quiet = ({ key }: OtherApp['app'], some: string[]) => ({ appkey: key, single: { [side]: some } });
    const one = await count('setCrossDoNotDisturb', quiet(third.app, ['q0']));
    expect(await count('setCrossDoNotDisturb', quiet(on.app, names), quiet(other.app, names))).toBe(one);
  }
});

test.each(['listCrossUserGroups', 'getCrossBlacklist'])('%s needs a user of the own app', async (operationId) => {
  expect(await call(operationId, 'dan')).toMatchObject(refused(899002, 'dan'));
  expect(await call(operationId, 'a,b')).toMatchObject(refused(899003, 'username', 400));
});
