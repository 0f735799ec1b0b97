import { expect } from 'vitest';
import { form, json, signed } from './rongcloud-wire.ts';
import type { TestServer } from './server.ts';

/** A request as an SDK writes it, byte for byte, and what comes back. A body that begins with a brace is JSON. */
export type Habit = [sdk: keyof typeof styles, path: string, habit: string, body: string, answer: object];

/** How each SDK signs and names its requests. All send the time in seconds. */
const styles = {
  Java: { nonce: '835437.12345678912', prefix: '', requestId: 'f47ac10b58cc4372a5670e02b2c3d479', agent: 'rc-java-sdk' },
  'Go v3': { nonce: '5577006791947779410', prefix: '', requestId: 'f47ac10b-58cc-4372-a567-0e02b2c3d479', agent: 'rc-go-sdk/3' },
  'Go v4': { nonce: '8674665223082153551', prefix: 'RC-', requestId: 'f47ac10b-58cc-4372-a567-0e02b2c3d479', agent: 'rc-go-sdk/4.0.7' },
  PHP: { nonce: '1804289383', prefix: '', requestId: 'f47ac10b58cc4372a5670e02b2c3d479', agent: 'rc-php-sdk/3.4.2' },
  Node: { nonce: '9999999', prefix: '', requestId: 'f47ac10b58cc4372a5670e02b2c3d479', agent: 'rc-nodejs-sdk/3.1.1' },
  Python: { nonce: '424242', prefix: '', requestId: '1', agent: 'rc-python-sdk/3.0.0' },
  Ruby: { nonce: '999999', prefix: '', requestId: '2', agent: 'Ruby' },
} as const;

/** Replays the request and holds the answer against what the SDK expects of any. */
export async function expectAnswered(on: TestServer, habit: Habit): Promise<void> {
  const { status, headers, body } = await replay(on, habit);
  const [sdk, , , , answer] = habit;
  expect(body).toMatchObject(answer);
  // Some SDKs judge by the status, others by the code.
  expect(status).toBe((body as { code: number }).code === 200 ? 200 : 400);
  if (status === 200) expect(body).not.toHaveProperty('errorMessage');
  expect(headers.get('x-request-id')).toBe(styles[sdk].requestId);
}

async function replay(on: TestServer, [sdk, path, , body]: Habit) {
  const { nonce, prefix, requestId, agent } = styles[sdk];
  const seconds = String(Math.floor(on.clock.now() / 1000));
  const credentials = Object.entries(signed(on.app, nonce, seconds)).map(([name, value]) => [prefix + name, value]);
  const headers = {
    ...Object.fromEntries(credentials),
    ...(body.startsWith('{') ? json : form),
    'X-Request-ID': requestId,
    'User-Agent': agent,
  };
  on.clock.advance(1);
  return on.rongcloud.fetch(path, { headers, body: Buffer.from(body) });
}
