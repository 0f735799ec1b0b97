import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWebhookReceiver, type WebhookReceiver } from '../../contract/test/support/webhook-receiver.ts';
import { HttpWebhooks } from '../src/providers/http-webhooks.ts';

const form = new URLSearchParams({ content: 'words & signs =' });
const never = new AbortController().signal;

let receiver: WebhookReceiver;
const inside = new HttpWebhooks({ internal: true });
beforeAll(async () => {
  receiver = await startWebhookReceiver();
});
beforeEach(() => {
  receiver.calls.length = 0;
  receiver.answer = () => 200;
});
afterAll(async () => {
  inside.close();
  await receiver.stop();
});

test('a call posts a form', async () => {
  await inside.post(new URL(`${receiver.url}/hook?of=chat`), form, never);
  expect(receiver.calls).toEqual([
    { url: new URL('http://receiver/hook?of=chat'), contentType: 'application/x-www-form-urlencoded', form: new URLSearchParams(form) },
  ]);
});

test.each([204, 302, 400, 500])('an answer of %d is a failure, and followed nowhere', async (status) => {
  receiver.answer = () => status;
  await expect(inside.post(new URL(receiver.url), form, never)).rejects.toMatchObject({ code: `WEBHOOK_${status}` });
  expect(receiver.calls).toHaveLength(1);
});

test('no answer in time is a failure', async () => {
  receiver.answer = () => undefined;
  const impatient = new HttpWebhooks({ internal: true, timeoutMillis: 50 });
  await expect(impatient.post(new URL(receiver.url), form, never)).rejects.toMatchObject({ code: 'WEBHOOK_TIMEOUT' });
  impatient.close();
});

test('the signal ends a call', async () => {
  const ending = new AbortController();
  receiver.answer = () => {
    ending.abort();
    return undefined;
  };
  await expect(inside.post(new URL(receiver.url), form, ending.signal)).rejects.toMatchObject({ name: 'AbortError' });
});

describe('internal addresses', () => {
  const port = () => new URL(receiver.url).port;
  const hosts = ['127.0.0.1', 'localhost', '127.1', '2130706433', '0x7f000001', '0.0.0.0', '[::1]', '[::ffff:127.0.0.1]', '[::]'];

  test.each([...hosts, '10.0.0.1', '172.16.0.1', '192.168.0.1', '169.254.169.254', '[fe80::1]', '[fd00::1]'])(
    '%s is not called',
    async (host) => {
      const outside = new HttpWebhooks({ internal: false });
      await expect(outside.post(new URL(`http://${host}:${port()}/`), form, never)).rejects.toMatchObject({
        code: 'WEBHOOK_INTERNAL_ADDRESS',
      });
      expect(receiver.calls).toEqual([]);
      outside.close();
    },
  );

  test.each(['http://127.0.0.1', 'https://127.0.0.1', 'https://localhost'])('%s is not called, whatever the scheme', async (origin) => {
    const outside = new HttpWebhooks({ internal: false });
    await expect(outside.post(new URL(`${origin}:${port()}/`), form, never)).rejects.toMatchObject({ code: 'WEBHOOK_INTERNAL_ADDRESS' });
    outside.close();
  });

  test.each(['127.0.0.1', 'localhost'])('%s is called when the server allows it', async (host) => {
    await inside.post(new URL(`http://${host}:${port()}/`), form, never);
    expect(receiver.calls).toHaveLength(1);
  });
});
