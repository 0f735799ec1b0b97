import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { form, json } from './support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from './support/server.ts';

const register = '/user/getToken.json';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

type App = Pick<TestServer, 'rongcloud' | 'jmessage'>;

const rongcloud = async (path: string, body: string, { headers = form, app = on as App } = {}) =>
  app.rongcloud.fetch(path, { headers: { ...(await app.rongcloud.credentials()), ...headers }, body: Buffer.from(body) });
const jmessage = async (path: string, body: string, app: App = on) =>
  app.jmessage.fetch(path, { headers: { ...(await app.jmessage.credentials()), ...json }, body: Buffer.from(body) });
const malformed = (reason: string) => ({ status: 400, body: { code: 1002, errorMessage: `Malformed body: ${reason}.` } });
const times = (count: number, piece: (index: number) => string, separator: string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join(separator);

describe('a body holds what the operation can use, and some more', () => {
  test('as pairs of a form, whatever their names', async () => {
    const unknown = (count: number) => `userId=ann&${times(count, (index) => `k${index}=1`, '&')}`;
    expect(await rongcloud(register, unknown(1000))).toMatchObject({ status: 200 });
    expect(await rongcloud(register, unknown(1100))).toMatchObject(malformed('holds more than 1004 parameters'));
    const members = (count: number) => `groupId=g&groupName=x&${times(count, (index) => `userId=u${index}`, '&')}`;
    expect(await rongcloud('/group/create.json', members(1000))).toMatchObject({ status: 200 });
    expect(await rongcloud('/group/create.json', members(1001))).toMatchObject({
      body: { errorMessage: expect.stringMatching(/^userId must/) },
    });
    expect(await rongcloud('/group/create.json', members(20_000))).toMatchObject(malformed('holds more than 2020 parameters'));
  });

  test('as parts of a comma-joined value', async () => {
    const answer = await rongcloud('/user/deactivate.json', `userId=${'a,'.repeat(100_000)}`);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 1002, errorMessage: expect.stringMatching(/^Malformed body: holds more than/) },
    });
  });

  test('as values of JSON; what follows the first value too many is not looked at', async () => {
    const list = `{"userId":[${times(20_000, () => '1', ',')}], nonsense`;
    expect(await rongcloud('/group/create.json', list, { headers: json })).toMatchObject(malformed('holds more than 2020 values'));
    const users = `[${times(500, (index) => `{"username":"user${index}","password":"password","extras":{"a":"b","c":"d"}}`, ',')}`;
    expect(await jmessage('/v1/users', users)).toMatchObject({ body: { error: { message: expect.stringMatching(/not valid JSON/) } } });
    const message = 'parameter invalid: body holds more than 21001 values';
    expect(await jmessage('/v1/users', `[${'[],'.repeat(30_000)}`)).toMatchObject({
      status: 400,
      body: { error: { code: 899003, message } },
    });
  });

  test('as fields of one object', async () => {
    const fields = (count: number) => times(count, (index) => `"k${index}":1`, ',');
    expect(await rongcloud(register, `{"userId":"ann",${fields(900)}}`, { headers: json })).toMatchObject({ status: 200 });
    const message = 'parameter invalid: body holds an object of more than 1010 fields';
    expect(await jmessage('/v1/users', `[{${fields(5000)}}]`)).toMatchObject({ status: 400, body: { error: { message } } });
  });

  test('and signs inside of a text are no values', async () => {
    const text = String.raw`{[,:\\\"`.repeat(5000);
    const body = JSON.stringify({ userId: 'ann', x: text, y: `${text}\\` });
    expect(await rongcloud(register, body, { headers: json })).toMatchObject({ status: 200 });
    expect(await rongcloud(register, `{"userId":"ann","x":"${'\\'.repeat(50_000)}"}`, { headers: json })).toMatchObject({ status: 200 });
  });

  test('as parameters of a query string', async () => {
    const path = `/v1/users?start=0&count=1&${'a&'.repeat(1500)}`;
    const answer = await on.jmessage.fetch(path, { method: 'GET', headers: await on.jmessage.credentials() });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 899003 } } });
  });
});

describe('a body that cannot be read counts against the limit', () => {
  const limited = (bucket: string) =>
    on.addApp({ settings: { rateLimits: { enabled: true, overrides: { [bucket]: { points: 2, seconds: 60 } } } } });
  const many = times(3000, (index) => `k${index}=1`, '&');
  const tooFast = { status: 429, body: { code: 1008 } };

  test('where points are calls', async () => {
    const app = await limited('rongcloud:registerUser');
    for (const body of [many, '{']) {
      const headers = body === '{' ? json : form;
      expect(await rongcloud(register, body, { app, headers })).toMatchObject({ status: 400, body: { code: 1002 } });
    }
    expect(await rongcloud(register, many, { app })).toMatchObject(tooFast);
    expect(await rongcloud(register, 'userId=ann', { app })).toMatchObject(tooFast);
  });

  test('where points are recipients, as one of them', async () => {
    const app = await limited('rongcloud:publishPrivateMessage');
    const path = '/message/private/publish.json';
    for (const body of [many, many]) expect(await rongcloud(path, body, { app })).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(await rongcloud(path, 'fromUserId=a&toUserId=b&objectName=RC:TxtMsg&content={}', { app })).toMatchObject(tooFast);
    // One that is large is not even read.
    expect(await rongcloud(path, `${many}&x=${'x'.repeat(20_000)}`, { app })).toMatchObject(tooFast);
  });

  test('in the JMessage dialect, where all operations share a limit', async () => {
    const { rateLimits } = (await on.admin.call('listRateLimits')).body as { rateLimits: { bucket: string }[] };
    const app = await limited(rateLimits.find(({ bucket }) => bucket.startsWith('jmessage:'))!.bucket);
    for (const body of ['{', '[[[']) expect(await jmessage('/v1/users', body, app)).toMatchObject({ status: 400 });
    expect(await jmessage('/v1/users', '[]', app)).toMatchObject({ status: 429, body: { error: { code: 2002 } } });
  });
});
