import { describe, expect, test } from 'vitest';
import { checkAnswer, listedError } from '../src/check.ts';
import { dialectNames, loadApi } from '../src/index.ts';

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

describe('errors that share code and status', () => {
  /** Which part of the server cannot be used is not said. */
  const saidAlike = ['uploadMedia: 503 899030'];

  test.each(dialectNames)('are told apart by what they say, all but one, in every operation of %s', (dialect) => {
    const { operations, errors } = loadApi(dialect);
    const silent = operations.flatMap(({ id, errors: own }) =>
      [...own, ...errors].filter(({ says }) => !says).map(({ http, code }) => `${id}: ${http} ${code}`),
    );
    const alike = silent.filter((line, index) => silent.indexOf(line) !== index);
    expect(alike).toEqual(dialect === 'jmessage' ? saidAlike : []);
  });

  test.each([
    ['userId is required.', 'userId is missing or not an id'],
    ['userId ann is deactivated.', 'the user is deactivated'],
    [
      'invalid App-Key.',
      'the App Key is missing or unknown, the body cannot be parsed, its content type or charset is not supported, or a text is not in that charset',
    ],
  ])('%j is the one of the operation that says so, or the one that says nothing', (errorMessage, when) => {
    const rongcloud = loadApi('rongcloud');
    const answer = { status: 400, body: { url: '/user/getToken.json', code: 1002, errorMessage } };
    expect(listedError(rongcloud, rongcloud.byId('registerUser'), answer)).toMatchObject({ when });
  });

  test('a status that the document lists with another code is not listed', () => {
    const answer = { status: 400, body: { error: { code: 899002, message: 'No such user' } } };
    expect(listedError(api, api.byId('getUser'), answer)).toBeUndefined();
  });
});
