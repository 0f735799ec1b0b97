import { describe, expect, test } from 'vitest';
import { checkAnswer } from '../src/check.ts';
import { loadApi } from '../src/index.ts';

const api = loadApi('jmessage');

describe('the headers of an answer', () => {
  const check = (headers: Record<string, string>) =>
    checkAnswer(api, api.byId('createGroup'), {
      status: 403,
      headers: new Headers({ 'X-Request-ID': '1', ...headers }),
      body: { error: { code: 899002, message: 'No such user' } },
    });

  test('may be missing unless the document requires them', () => {
    expect(() => check({})).not.toThrow();
    expect(() => check({ 'X-Rate-Limit-Limit': '600' })).not.toThrow();
  });

  test.each(['', 'many', '-1', '1.5', '1e3'])('a number of calls is not %j', (limit) => {
    expect(() => check({ 'X-Rate-Limit-Limit': limit })).toThrow(/^createGroup answered 403: X-Rate-Limit-Limit of /);
  });

  test('a request id has at most 36 characters', () => {
    expect(() => check({ 'X-Request-ID': 'x'.repeat(37) })).toThrow(/X-Request-ID/);
  });
});
