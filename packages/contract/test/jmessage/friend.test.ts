import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { QueryCounter } from '../support/query-count.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

const queries = new QueryCounter();
let on: TestServer;
beforeAll(async () => {
  on = await startTestServer(queries);
});
afterAll(() => on.stop());

interface Friend {
  username: string;
  note_name?: string;
  others?: string;
}

const call = (operationId: string, username: string, body?: unknown) => on.jmessage.call(operationId, { path: { username }, body });
const add = (username: string, body: unknown) => call('addFriends', username, body);
const remove = (username: string, body: unknown) => call('removeFriends', username, body);
const note = (username: string, ...body: object[]) => call('setFriendNotes', username, body);
const friendsOf = async (username: string) => (await call('listFriends', username)).body as Friend[];
const names = async (username: string) => (await friendsOf(username)).map((friend) => friend.username);
const notesOf = async (username: string) => (await friendsOf(username)).map(({ note_name, others }) => ({ note_name, others }));
const added = { status: 201, body: undefined };
const done = { status: 204, body: undefined };
const refused = (code: number, about: string, status = 403) => ({
  status,
  body: { error: { code, message: expect.stringContaining(about) } },
});
const invalid = refused(899003, '', 400);

/** Registers users whose names begin alike, and are nobody else's. */
async function users<Names extends string[]>(prefix: string, ...last: Names): Promise<{ [Index in keyof Names]: string }> {
  const made = last.map((name) => `${prefix}-${name}`);
  await insertUsers(on, ...made);
  return made as { [Index in keyof Names]: string };
}

describe('adding friends', () => {
  test('makes both sides friends at once, in the order of adding, each once', async () => {
    const [ann, bob, cid, dan] = await users('add', 'ann', 'bob', 'cid', 'dan');
    expect(await add(ann, [cid, bob, cid])).toMatchObject(added);
    expect(await add(dan, [ann])).toMatchObject(added);
    expect(await names(ann)).toEqual([cid, bob, dan]);
    expect(await names(cid)).toEqual([ann]);
    expect(await names(dan)).toEqual([ann]);
  });

  test('shows what is stored of a friend, and the app, and no notes', async () => {
    const [ann, bob] = await users('show', 'ann', 'bob');
    await call('updateUser', bob, { nickname: 'Bob', gender: 1, extras: { level: 7 } });
    await add(ann, [bob]);
    expect(await friendsOf(ann)).toEqual([
      {
        username: bob,
        appkey: on.app.key,
        nickname: 'Bob',
        gender: 1,
        extras: { level: 7 },
        mtime: '2026-01-31 10:38:19',
        ctime: '2026-01-31 10:38:19',
      },
    ]);
  });

  test('adds nobody when one is a friend already, does not exist, or is the user itself', async () => {
    const [ann, bob, cid] = await users('none', 'ann', 'bob', 'cid');
    await add(ann, [bob]);
    expect(await add(ann, [cid, bob])).toMatchObject(refused(899070, bob));
    expect(await add(bob, [cid, ann])).toMatchObject(refused(899070, ann));
    expect(await add(ann, [cid, 'nobody'])).toMatchObject(refused(899002, 'nobody'));
    expect(await add('nobody', [cid])).toMatchObject(refused(899002, 'nobody'));
    expect(await add(ann, [cid, ann])).toMatchObject(refused(899003, ann, 400));
    expect(await names(ann)).toEqual([bob]);
    expect(await names(cid)).toEqual([]);
  });

  test('takes 1 to 500 names and nothing else', async () => {
    const [ann] = await users('many', 'ann');
    const many = ids('many', 501);
    await insertUsers(on, ...many);
    for (const body of [undefined, [], {}, 'many0', [true], ['a,b'], [''], many]) {
      expect(await add(ann, body)).toMatchObject(invalid);
      expect(await remove(ann, body)).toMatchObject(invalid);
    }
    expect(await add(ann, many.slice(0, 500))).toMatchObject(added);
    expect(await names(ann)).toEqual(many.slice(0, 500));
    expect(await remove(ann, many.slice(0, 500))).toMatchObject(done);
    expect(await names(ann)).toEqual([]);
  });

  test('may be of any id that the RongCloud dialect allows', async () => {
    const [ann] = await users('any', 'ann');
    await insertUsers(on, '😀 %2F?#', 'İ');
    expect(await add(ann, ['😀 %2F?#', 'İ'])).toMatchObject(added);
    expect(await names('😀 %2F?#')).toEqual([ann]);
    expect(await names(ann)).toEqual(['😀 %2F?#', 'İ']);
  });
});

describe('removing friends', () => {
  test('ends the friendship on both sides, and the notes of both', async () => {
    const [ann, bob, cid] = await users('end', 'ann', 'bob', 'cid');
    await add(ann, [bob, cid]);
    await note(ann, { username: bob, note_name: 'Bobby' });
    await note(bob, { username: ann, others: 'of Bob' });
    expect(await remove(bob, [ann])).toMatchObject(done);
    expect(await names(ann)).toEqual([cid]);
    expect(await names(bob)).toEqual([]);
    await add(ann, [bob]);
    expect(await notesOf(ann)).toEqual([{}, {}]);
    expect(await notesOf(bob)).toEqual([{}]);
  });

  test('of who is no friend does nothing; of who does not exist it is refused', async () => {
    const [ann, bob, cid] = await users('stranger', 'ann', 'bob', 'cid');
    await add(ann, [bob]);
    expect(await remove(ann, [bob, 'nobody'])).toMatchObject(refused(899002, 'nobody'));
    expect(await remove('nobody', [bob])).toMatchObject(refused(899002, 'nobody'));
    expect(await names(ann)).toEqual([bob]);
    expect(await remove(ann, [cid, bob, ann])).toMatchObject(done);
    expect(await names(ann)).toEqual([]);
  });
});

describe('notes', () => {
  test('belong to the owner of the list; one that is left out stays, an empty one is cleared', async () => {
    const [ann, bob] = await users('note', 'ann', 'bob');
    await add(ann, [bob]);
    expect(await note(ann, { username: bob, note_name: 'Bobby', others: 'of Ann' })).toMatchObject(done);
    expect(await notesOf(ann)).toEqual([{ note_name: 'Bobby', others: 'of Ann' }]);
    expect(await notesOf(bob)).toEqual([{}]);
    expect(await note(ann, { username: bob, others: 'again' })).toMatchObject(done);
    expect(await note(ann, { username: bob })).toMatchObject(done);
    expect(await notesOf(ann)).toEqual([{ note_name: 'Bobby', others: 'again' }]);
    expect(await note(ann, { username: bob, note_name: '' })).toMatchObject(done);
    expect(await friendsOf(ann)).toMatchObject([{ others: 'again' }]);
    expect((await friendsOf(ann))[0]).not.toHaveProperty('note_name');
  });

  test('about one friend in one call count from the last on', async () => {
    const [ann, bob] = await users('last', 'ann', 'bob');
    await add(ann, [bob]);
    await note(ann, { username: bob, note_name: '1', others: '1' }, { username: bob, note_name: '2' }, { username: bob });
    expect(await notesOf(ann)).toEqual([{ note_name: '2', others: '1' }]);
  });

  test('are all changed, or none', async () => {
    const [ann, bob, cid] = await users('all', 'ann', 'bob', 'cid');
    await add(ann, [bob]);
    const wanted = { username: bob, note_name: 'Bobby' };
    expect(await note(ann, wanted, { username: cid, note_name: 'C' })).toMatchObject(refused(899071, cid));
    expect(await note(ann, wanted, { username: 'nobody' })).toMatchObject(refused(899002, 'nobody'));
    expect(await note('nobody', wanted)).toMatchObject(refused(899002, 'nobody'));
    expect(await note(ann, wanted, { username: bob, others: '字'.repeat(84) })).toMatchObject(invalid);
    expect(await notesOf(ann)).toEqual([{}]);
  });

  test.each([
    ['note_name', 'x'.repeat(64), 'x'.repeat(65)],
    ['note_name', '😀'.repeat(16), `${'😀'.repeat(16)}x`],
    ['others', 'x'.repeat(250), 'x'.repeat(251)],
    ['others', `${'😀'.repeat(62)}xx`, '😀'.repeat(63)],
  ])('of %s have bytes up to the limit and no more', async (field, longest, tooLong) => {
    const [ann, bob] = await users(`${field}${longest.length}`, 'ann', 'bob');
    await add(ann, [bob]);
    expect(await note(ann, { username: bob, [field]: longest })).toMatchObject(done);
    expect(await note(ann, { username: bob, [field]: tooLong })).toMatchObject(refused(899003, `[0].${field}`, 400));
    expect(await friendsOf(ann)).toMatchObject([{ [field]: longest }]);
  });

  test('are one line as names, and any characters else', async () => {
    const [ann, bob] = await users('line', 'ann', 'bob');
    await add(ann, [bob]);
    for (const note_name of ['a\nb', 'a\rb', '\n', 'a\0']) expect(await note(ann, { username: bob, note_name })).toMatchObject(invalid);
    expect(await note(ann, { username: bob, note_name: '\ta\u2028', others: 'a\r\nb' })).toMatchObject(done);
    expect(await notesOf(ann)).toEqual([{ note_name: '\ta\u2028', others: 'a\r\nb' }]);
  });

  test('come in a list of 1 to 500 entries, about users of the own app whatever key stands there', async () => {
    const [ann, bob] = await users('entry', 'ann', 'bob');
    await add(ann, [bob]);
    for (const body of [[], {}, { username: bob }, [bob], [{}], ids('x', 501).map((username) => ({ username }))]) {
      expect(await call('setFriendNotes', ann, body)).toMatchObject(invalid);
    }
    expect(await note(ann, { username: bob, note_name: 'kept', appkey: 'no-such-app' })).toMatchObject(done);
    expect(await notesOf(ann)).toEqual([{ note_name: 'kept' }]);
  });
});

describe('at once', () => {
  test('two calls that add the same friends succeed in one, and nobody is added half', async () => {
    const [ann, bob, cid] = await users('race', 'ann', 'bob', 'cid');
    const answers = await Promise.all([add(ann, [bob, cid]), add(ann, [cid, bob])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
    expect((await names(ann)).sort()).toEqual([bob, cid]);
  });

  test('two users who add each other are friends once', async () => {
    const [ann, bob] = await users('mutual', 'ann', 'bob');
    const answers = await Promise.all([add(ann, [bob]), add(bob, [ann])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
    expect([await names(ann), await names(bob)]).toEqual([[bob], [ann]]);
  });

  test('many users who add, note and remove each other wait for each other', async () => {
    const crowd = ids('crowd', 8);
    await insertUsers(on, ...crowd);
    const others = (name: string) => crowd.filter((one) => one !== name);
    const round = (operationId: string, body: (name: string) => unknown) =>
      Promise.all(crowd.map((name, index) => call(operationId, name, index % 2 ? body(name) : (body(name) as unknown[]).toReversed())));
    const adding = await round('addFriends', others);
    expect(adding.every(({ status }) => status === 201 || status === 403)).toBe(true);
    const noting = await round('setFriendNotes', (name) => others(name).map((username) => ({ username, others: 'n' })));
    expect(noting.every(({ status }) => status === 204 || status === 403)).toBe(true);
    const removing = await round('removeFriends', others);
    expect(removing.map(({ status }) => status)).toEqual(crowd.map(() => 204));
    for (const name of crowd) expect(await names(name)).toEqual([]);
  });
});

test('the number of statements does not grow with the number of friends', async () => {
  const [few, many] = [ids('few', 1), ids('lot', 100)];
  await insertUsers(on, 'counter', ...few, ...many);
  const both = async (work: (friends: string[]) => Promise<{ status: number }>) => [
    await queries.of(() => work(few)),
    await queries.of(() => work(many)),
  ];
  const works = [
    (friends: string[]) => add('counter', friends),
    (friends: string[]) => note('counter', ...friends.map((username) => ({ username, others: 'x' }))),
    () => call('listFriends', 'counter'),
    (friends: string[]) => remove('counter', friends),
  ];
  for (const work of works) {
    const [one, hundred] = await both(work);
    expect(hundred).toBe(one);
  }
});

describe('the end of an account', () => {
  test('ends its friendships on both sides for good', async () => {
    const [ann, bob, cid] = await users('gone', 'ann', 'bob', 'cid');
    await add(ann, [bob, cid]);
    await add(bob, [cid]);
    await call('deleteUser', ann);
    expect(await names(bob)).toEqual([cid]);
    await insertUsers(on, ann);
    expect(await names(ann)).toEqual([]);
    expect(await add(ann, [bob])).toMatchObject(added);
  });

  test('of two friends in one call ends both sides', async () => {
    const [ann, bob, cid] = await users('pair', 'ann', 'bob', 'cid');
    await add(ann, [bob, cid]);
    await on.jmessage.call('deleteUsers', { body: [ann, bob] });
    expect(await names(cid)).toEqual([]);
    const left = await on.ctx.db.selectFrom('friends').select('user_id').where('user_id', 'in', [ann, bob, cid]).execute();
    expect(left).toEqual([]);
  });

  test('which is a deactivation leaves them', async () => {
    const [ann, bob] = await users('asleep', 'ann', 'bob');
    await add(ann, [bob]);
    await on.rongcloud.call('deactivateUsers', { body: { userId: [ann] } });
    expect(await names(bob)).toEqual([ann]);
    expect(await names(ann)).toEqual([bob]);
  });
});

test('an unknown user has no friends, and a name is needed', async () => {
  expect(await call('listFriends', 'nobody')).toMatchObject(refused(899002, 'nobody'));
  expect(await call('listFriends', 'a,b')).toMatchObject(invalid);
});
