import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { set } from '../support/admin-wire.ts';
import { accepted, form, signed } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const window = 300;
const used = 'Signature was used before, this app takes each once: sign every call with a new Nonce.';
const off = (seconds: number) => `Timestamp is ${seconds} seconds off the server's clock, this app allows ${window}.`;
const refused = (errorMessage: string) => ({ status: 401, body: { code: 1004, errorMessage } });

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

let nonces = 0;

async function newApp(signatureWindowSeconds: number | null = window) {
  const { app, rongcloud } = await on.addApp();
  await set(on, app, { signatureWindowSeconds });
  const send = (headers: Record<string, string>) =>
    rongcloud.fetch('/user/checkOnline.json', { headers: { ...form, ...headers }, body: 'userId=ann' });
  return {
    app,
    send,
    sign: (timestamp: number | string, nonce = `n${nonces++}`) => signed(app, nonce, String(timestamp)),
    sendAt: (timestamp: number | string) => send(signed(app, `n${nonces++}`, String(timestamp))),
  };
}

const seconds = (millis: number) => Math.floor(millis / 1000);

describe('a time', () => {
  test('in milliseconds or seconds is accepted up to the edge of the window, before and after', async () => {
    const { sendAt } = await newApp();
    const now = on.clock.now();
    for (const millis of [now, now - window * 1000, now + window * 1000]) {
      expect(await sendAt(millis)).toMatchObject(accepted);
      expect(await sendAt(seconds(millis))).toMatchObject(accepted);
    }
  });

  test('outside is refused, with how far it is off', async () => {
    const { sendAt } = await newApp();
    const now = on.clock.now();
    for (const millis of [now - window * 1000 - 1, now + window * 1000 + 1]) expect(await sendAt(millis)).toMatchObject(refused(off(301)));
    expect(await sendAt(seconds(now) - 3600)).toMatchObject(refused(off(3600)));
    expect(await sendAt(0)).toMatchObject(refused(off(seconds(now))));
  });

  test.each(['now', '1e12', '-1', '1.5', '0x1', '9'.repeat(16)])('of %s is none', async (timestamp) => {
    const { sendAt } = await newApp();
    expect(await sendAt(timestamp)).toMatchObject(refused('Timestamp is not a time in milliseconds or seconds since 1970.'));
  });
});

describe('a signature', () => {
  test('is accepted once, however it is written', async () => {
    const { send, sign } = await newApp();
    const headers = sign(on.clock.now());
    expect(await send(headers)).toMatchObject(accepted);
    expect(await send(headers)).toMatchObject(refused(used));
    expect(await send({ ...headers, Signature: headers.Signature!.toUpperCase() })).toMatchObject(refused(used));
    expect(await send(Object.fromEntries(Object.entries(headers).map(([name, value]) => [`RC-${name}`, value])))).toMatchObject(
      refused(used),
    );
  });

  test('is accepted once of many at the same moment', async () => {
    const { send, sign } = await newApp();
    const headers = sign(on.clock.now());
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(headers)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('from the far end of the window is not accepted again as long as its time is good', async () => {
    const { send, sign } = await newApp();
    const headers = sign(on.clock.now() + window * 1000);
    expect(await send(headers)).toMatchObject(accepted);
    on.clock.advance(2 * window * 1000 - 1);
    expect(await send(headers)).toMatchObject(refused(used));
    on.clock.advance(2);
    expect(await send(headers)).toMatchObject(refused(off(301)));
  });

  test('is not accepted again when the clock is set back and its time is good once more', async () => {
    const { send, sign, sendAt } = await newApp();
    const headers = sign(on.clock.now());
    expect(await send(headers)).toMatchObject(accepted);
    on.clock.advance(-window * 1000);
    expect(await send(headers)).toMatchObject(refused(used));
    expect(await sendAt(on.clock.now())).toMatchObject(accepted);
    on.clock.advance(2 * window * 1000);
    expect(await send(headers)).toMatchObject(refused(used));
  });

  test('of another nonce at the same time is another one', async () => {
    const { send, sign } = await newApp();
    const now = on.clock.now();
    for (const nonce of ['1', '2']) expect(await send(sign(now, nonce))).toMatchObject(accepted);
  });

  test('that does not match is told apart, and does not count as a use', async () => {
    const { app, send, sign } = await newApp();
    const headers = sign(on.clock.now());
    const wrong = refused('Signature does not match, please check the App Secret.');
    expect(await send({ ...headers, Signature: '0'.repeat(40) })).toMatchObject(wrong);
    expect(await send(signed({ ...app, secret: 'wrong' }, '1', '0'))).toMatchObject(wrong);
    expect(await send(headers)).toMatchObject(accepted);
  });
});

test('without a window neither time nor repetition matters; the setting works at once, both ways', async () => {
  const { app, send, sign } = await newApp(null);
  const headers = sign(0);
  for (let call = 0; call < 2; call++) expect(await send(headers)).toMatchObject(accepted);
  await set(on, app, { signatureWindowSeconds: window });
  expect(await send(headers)).toMatchObject({ status: 401 });
  await set(on, app, { signatureWindowSeconds: null });
  expect(await send(headers)).toMatchObject(accepted);
});

test('the window is of the RongCloud dialect: HTTP Basic knows no time', async () => {
  const { app, jmessage } = await on.addApp();
  await set(on, app, { signatureWindowSeconds: 1 });
  for (let call = 0; call < 2; call++) expect(await jmessage.call('listUsers')).toMatchObject({ status: 200 });
});
