import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invalid, send } from '../support/jmessage-wire.ts';
import { conversationMessages } from '../support/messages.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await on.jmessage.call('registerUsers', { body: [{ username: 'javen', password: 'secret' }] });
  await on.jmessage.call('registerAdmin', { body: { username: 'fang', password: 'secret' } });
});
afterAll(() => on.stop());

const long = '{"id":9007199254740993,"list":[-123456789012345678901234567890,{"huge":1e400}],"kept":[1,0.5,1e3,9007199254740991]}';
const compact = long.replace('1e3', '1000');

const sendBody = (msg_type: string, msg_body: string) =>
  send(on.jmessage, 'POST /v1/messages', {
    body: `{"version":1,"target_type":"single","target_id":"javen","from_type":"admin","from_id":"fang","msg_type":"${msg_type}","msg_body":${msg_body}}`,
  });

/** An answer as it came: to read it as JSON would change its numbers. */
async function textOf(path: string): Promise<string> {
  return (await fetch(`${on.url}${path}`, { headers: await on.jmessage.credentials() })).text();
}

describe('integers that JavaScript cannot hold', () => {
  test.each([
    ['text', `{"text":"Hi","extras":${long}}`],
    ['text', `{"text":"Hi","own":${long}}`],
    ['location', `{"latitude":1,"longitude":2,"scale":3,"label":"x","extras":${long}}`],
    ['custom', long],
  ])('keep their digits in a message of type %s: %s', async (msg_type, msg_body) => {
    expect(await sendBody(msg_type, msg_body)).toMatchObject({ status: 201 });
    const { content } = (await conversationMessages(on, 'fang', 'javen')).at(-1)!;
    expect(content.replaceAll('\\', '')).toContain(compact);
    const range = 'begin_time=2026-01-31%2000:00:00&end_time=2026-01-31%2023:59:59';
    expect(await textOf(`/v2/messages?count=1000&${range}`)).toContain(compact);
    expect(
      await on.jmessage.fetch(`/v2/messages?count=1000&${range}`, { method: 'GET', headers: await on.jmessage.credentials() }),
    ).toMatchObject({
      status: 200,
    });
  });

  test('keep their digits in a message of the other dialect', async () => {
    await on.rongcloud.call('publishPrivateMessage', {
      body: { fromUserId: 'javen', toUserId: ['fang'], objectName: 'App:Id', content: `{"other":${long}}` },
    });
    const range = 'begin_time=2026-01-31%2000:00:00&end_time=2026-01-31%2023:59:59';
    expect(await textOf(`/v2/messages?count=1000&${range}`)).toContain(`{"other":${compact}}`);
  });

  test('keep their digits in what a user carries', async () => {
    expect(await send(on.jmessage, 'PUT /v1/users/javen', { body: `{"extras":${long}}` })).toMatchObject({ status: 204 });
    expect(await textOf('/v1/users/javen')).toContain(`"extras":${compact}`);
    const users = `[{"username":"anna","password":"secret","extras":${long}}]`;
    expect(await send(on.jmessage, 'POST /v1/users', { body: users })).toMatchObject({ status: 201 });
    expect(await textOf('/v1/users/anna')).toContain(`"extras":${compact}`);
  });

  test.each([
    ['custom', '9007199254740993'],
    ['text', '{"text":1e400}'],
    ['text', '{"text":"Hi","extras":9007199254740993}'],
    ['text', '{"text":"Hi","extras":1e400}'],
    ['location', '{"latitude":1e400,"longitude":2,"scale":3,"label":"x"}'],
    ['location', '{"latitude":1,"longitude":2,"scale":9007199254740993,"label":"x"}'],
    ['video', '{"duration":1,"video":9007199254740993}'],
  ])('are no %s body as %s', async (msg_type, msg_body) => {
    expect(await sendBody(msg_type, msg_body)).toMatchObject(invalid);
  });

  test.each([
    ['PUT /v1/users/javen', '9007199254740993'],
    ['PUT /v1/users/javen', '{"extras":9007199254740993}'],
    ['PUT /v1/users/javen', '{"gender":9007199254740993}'],
    ['PUT /v1/users/javen', '{"nickname":9007199254740993.5}'],
    ['POST /v1/users/userstat', '[1e400]'],
  ])('are refused by %s as %s', async (target, body) => {
    expect(await send(on.jmessage, target as `${string} ${string}`, { body })).toMatchObject(invalid);
  });
});
