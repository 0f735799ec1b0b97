import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPassword } from '../../../server/src/domain/users/passwords.ts';
import { findUser } from '../../../server/src/store/users.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const register = (body: unknown) => on.jmessage.call('registerUsers', { body });
const account = (username: string, fields: object = {}) => ({ username, password: 'secret', ...fields });
const get = async (username: string) => (await on.jmessage.call('getUser', { path: { username } })).body;
const error = (code: number) => ({ error: { code, message: expect.any(String) } });

describe('registering users', () => {
  test('answers in the order asked and keeps every field that is given', async () => {
    const full = {
      nickname: 'Javen',
      avatar: 'qiniu/image/1',
      birthday: '1990-01-24',
      gender: 1,
      signature: 'Hello 😀',
      region: '深圳',
      address: '1 Main Street',
      extras: { level: 7, tags: [null] },
    };
    expect(await register([account('javen', full), account('fang')])).toMatchObject({
      status: 201,
      body: [{ username: 'javen' }, { username: 'fang' }],
    });
    const times = { mtime: '2026-01-31 10:38:19', ctime: '2026-01-31 10:38:19' };
    expect(await get('javen')).toEqual({ username: 'javen', ...full, birthday: '1990-01-24 00:00:00', ...times });
    expect(await get('fang')).toEqual({ username: 'fang', ...times });
  });

  test('takes the path with a slash at its end', async () => {
    const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json;charset:utf-8' };
    const answer = await on.jmessage.fetch('/v1/users/', { method: 'POST', headers, body: JSON.stringify([account('slash')]) });
    expect(answer).toMatchObject({ status: 201, body: [{ username: 'slash' }] });
  });

  test('refuses those whose name is taken or whose fields are wrong, each in its entry, and registers the others', async () => {
    await register([account('taken')]);
    const { status, body } = await register([
      account('taken'),
      account('lone'),
      account('no'),
      { password: 'secret' },
      account('pair', { gender: 3 }),
    ]);
    expect(status).toBe(201);
    expect(body).toEqual([
      { username: 'taken', ...error(899001) },
      { username: 'lone' },
      { username: 'no', ...error(899003) },
      error(899003),
      { username: 'pair', ...error(899003) },
    ]);
    expect(await get('pair')).toEqual(error(899002));
    expect(await get('lone')).toMatchObject({ username: 'lone' });
  });

  test('has the status of the first error, and the list as its body, when nobody could be registered', async () => {
    await register([account('first')]);
    expect(await register([account('first')])).toMatchObject({ status: 403, body: [{ username: 'first', ...error(899001) }] });
    expect(await register([account('first'), account('no')])).toMatchObject({ status: 403, body: [error(899001), error(899003)] });
    expect(await register([account('no'), account('first')])).toMatchObject({ status: 400, body: [error(899003), error(899001)] });
  });

  test('refuses the second of a name that comes twice', async () => {
    const { body } = await register([account('twice', { nickname: 'one' }), account('twice', { nickname: 'two' })]);
    expect(body).toEqual([{ username: 'twice' }, { username: 'twice', ...error(899001) }]);
    expect(await get('twice')).toMatchObject({ nickname: 'one' });
  });

  test('counts null as absent and stores gender 0, as the C# SDK sends them', async () => {
    const unset = { nickname: null, avatar: null, birthday: null, signature: null, region: null, address: null, extras: null };
    await register([account('csharp', { ...unset, gender: 0 })]);
    expect(await get('csharp')).toEqual({ username: 'csharp', gender: 0, mtime: expect.anything(), ctime: expect.anything() });
  });

  test('refuses a body that is no list of objects, an empty one, and more than 500 users, as a whole', async () => {
    for (const body of [undefined, null, {}, [], ['javen'], [['javen']], [null], [account('mixed'), 1]]) {
      expect(await register(body)).toMatchObject({ status: 400, body: error(899003) });
    }
    expect(await get('mixed')).toEqual(error(899002));
    const many = Array.from({ length: 501 }, (_, index) => account(`many${index}`));
    expect(await register(many)).toMatchObject({ status: 403, body: error(899013) });
    expect(await get('many0')).toEqual(error(899002));
  });

  test('of two calls at once, in opposite order, registers every name once', async () => {
    const users = Array.from({ length: 12 }, (_, index) => account(`race${index}`));
    const answers = await Promise.all([register(users), register(users.toReversed())]);
    const done = answers.flatMap(({ body }) => (body as { error?: object }[]).filter((user) => !user.error));
    expect(done).toHaveLength(12);
  });

  test('of 500 users lets other requests through meanwhile', async () => {
    let running = true;
    const users = Array.from({ length: 500 }, (_, index) => account(`bulk${index}`));
    const registered = register(users).finally(() => {
      running = false;
    });
    let answered = 0;
    for (; running && answered < 50; answered++) expect((await fetch(`${on.url}/healthz`)).status).toBe(200);
    expect(answered).toBe(50);
    expect((await registered).body).toEqual(users.map(({ username }) => ({ username })));
  }, 300_000);
});

describe('the fields of a user', () => {
  const three = (bytes: number) => '字'.repeat(Math.floor(bytes / 3)) + 'x'.repeat(bytes % 3);

  test.each([
    ['username', 'n'.repeat(4), 'n'.repeat(3)],
    ['username', `1${'_.@-'.repeat(31)}abc`, 'n'.repeat(129)],
    ['password', three(4), three(3)],
    ['password', three(128), three(129)],
    ['nickname', three(64), three(65)],
    ['avatar', three(250), three(251)],
    ['signature', three(250), three(251)],
    ['region', three(250), three(251)],
    ['address', three(250), three(251)],
    ['extras', { k: three(504) }, { k: three(505) }],
  ])('%s is held to its bytes', async (field, within, beyond) => {
    const { jmessage } = await on.addApp();
    const user = (value: unknown) => account('bytes', { [field]: value });
    expect(await jmessage.call('registerUsers', { body: [user(beyond)] })).toMatchObject({ status: 400, body: [error(899003)] });
    expect(await jmessage.call('registerUsers', { body: [user(within)] })).toMatchObject({ status: 201 });
  });

  test.each([
    ['username', ['_javen', '-javen', '.javen', '@javen', 'ja ven', 'ja,ven', 'ja，ven', '字字字', 'javen\n', 123.45, true, {}]],
    ['password', [123.45, true, ['secret'], '']],
    ['nickname', ['two\nlines', 'two\rlines', 7.5]],
    ['birthday', ['1990-02-29', '1990-13-01', '1990-00-10', '24.01.1990', '1990-01-24 24:00:00', '1990-01-24 ', '90-1-24', 19900124]],
    ['gender', [3, -1, 0.5, '1', true]],
    ['extras', ['text', [1], 7]],
    ['address', [{}]],
  ])('%s is refused when it is not what it has to be', async (field, values) => {
    const { status, body } = await register(values.map((value, index) => account(`wrong-${field}-${index}`, { [field]: value })));
    expect({ status, body }).toEqual({ status: 400, body: values.map(() => expect.objectContaining(error(899003))) });
  });

  test.each([
    ['day1', '1990-01-24 00:00:00'],
    ['day2', '1990-01-24T00:00:00'],
    ['day3', '1990-1-24'],
    ['day4', '1990-01-24 8:05'],
  ])('the birthday of %s is taken as %s', async (username, birthday) => {
    const admin = `admin-${username}`;
    expect(await register([account(username, { birthday })])).toMatchObject({ status: 201 });
    expect(await on.jmessage.call('registerAdmin', { body: account(admin, { birthday }) })).toMatchObject({ status: 201 });
    for (const name of [username, admin]) expect(await get(name)).toMatchObject({ birthday: '1990-01-24 00:00:00' });
    expect(await on.jmessage.call('updateUser', { path: { username }, body: { birthday } })).toMatchObject({ status: 204 });
    expect(await get(username)).toMatchObject({ birthday: '1990-01-24 00:00:00' });
  });

  test('a leap day is a birthday', async () => {
    await register([account('leap', { birthday: '1992-02-29' })]);
    expect(await get('leap')).toMatchObject({ birthday: '1992-02-29 00:00:00' });
  });
});

describe('the password', () => {
  test('is stored as a hash with a salt of its own, which proves it and nothing else', async () => {
    const password = '密码😀';
    await register([account('salt1', { password }), account('salt2', { password })]);
    const [one, two] = await Promise.all(['salt1', 'salt2'].map((id) => findUser(on.ctx.db, on.app.id, id)));
    expect(one?.password_hash).toMatch(/^\$argon2id-md5\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one?.password_hash).not.toBe(two?.password_hash);
    expect(await isPassword(on.ctx, { text: password }, one!.password_hash!)).toBe(true);
    expect(await isPassword(on.ctx, { text: '密码' }, one!.password_hash!)).toBe(false);
    expect(await isPassword(on.ctx, { text: password }, password)).toBe(false);
  });

  test('of a user and of an admin is proved by the MD5 that clients send in its place', async () => {
    await register([account('client1')]);
    expect(await on.jmessage.call('registerAdmin', { body: account('client2') })).toMatchObject({ status: 201 });
    for (const id of ['client1', 'client2']) {
      const { password_hash } = (await findUser(on.ctx.db, on.app.id, id))!;
      expect(await isPassword(on.ctx, { md5: '5ebe2294ecd0e0f08eab7690d2a6ee69' }, password_hash!)).toBe(true);
    }
  });
});

describe('registering an admin', () => {
  test('makes a user who is listed as an admin', async () => {
    const { jmessage } = await on.addApp();
    await jmessage.call('registerUsers', { body: [account('plain')] });
    const answer = await jmessage.call('registerAdmin', { body: account('boss', { nickname: 'Boss' }) });
    expect([answer.status, answer.body]).toEqual([201, undefined]);
    expect(await jmessage.call('getUser', { path: { username: 'boss' } })).toMatchObject({ body: { nickname: 'Boss' } });
    expect(await jmessage.call('listAdmins')).toMatchObject({ body: { total: 1, start: 0, count: 1, users: [{ username: 'boss' }] } });
    expect(await jmessage.call('listUsers')).toMatchObject({ body: { total: 2, users: [{ username: 'plain' }, { username: 'boss' }] } });
  });

  test('refuses a name that is taken, and a day that does not exist', async () => {
    await register([account('plain')]);
    const call = (body: object) => on.jmessage.call('registerAdmin', { body });
    expect(await call(account('plain'))).toMatchObject({ status: 403, body: { error: { code: 899001, message: 'User exist: plain' } } });
    expect(await call(account('admin1', { birthday: '2026-02-30' }))).toMatchObject({ status: 400, body: error(899003) });
    expect(await get('admin1')).toEqual(error(899002));
  });
});
