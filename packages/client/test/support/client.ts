import { createRongCloudClient, type RongCloudOptions } from '../../src/index.ts';
import type { Behaviour } from './scripted-server.ts';

export const ok: Behaviour = { body: '{"code":200}' };
export const failing: Behaviour = { status: 500, body: '{"url":"/","code":1000,"errorMessage":"Internal logic error."}' };
export const limited = (retryAfter?: string): Behaviour => ({
  status: 429,
  ...(retryAfter && { headers: { 'Retry-After': retryAfter } }),
  body: '{"url":"/","code":1008,"errorMessage":"Too many calls."}',
});

/** A client that notes how long it would wait, in milliseconds. */
export function clientOf(baseUrl: string, options: Partial<RongCloudOptions> = {}) {
  const waits: number[] = [];
  const note = async (millis: number) => {
    waits.push(millis);
  };
  const client = createRongCloudClient({ baseUrl, appKey: 'key', appSecret: 'secret', wait: note, ...options });
  return {
    waits,
    repeatable: () => client.checkUserOnline({ userId: 'alice' }),
    unrepeatable: () => client.publishPrivateMessage({ fromUserId: 'a', toUserId: ['b'], objectName: 'RC:TxtMsg', content: '{}' }),
    client,
  };
}
