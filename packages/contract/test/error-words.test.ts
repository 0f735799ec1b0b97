import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../src/api.ts';
import { type Api, type ApiOperation, dialectNames, exampleInput, loadApi } from '../src/index.ts';
import { type CallInput, contentOf, urlOf } from '../src/request.ts';
import { messagesNotForPeople } from './support/error-words.ts';
import { form, post } from './support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from './support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

/** Values that patterns and lists of values refuse, each most of them. */
const wrongValues = ['a,b', 'two\nlines', '!', -7, { a: ['a,b'] }];

/** Where patterns and lists of values are, at any depth of a body: the names that lead there. */
function placesIn(api: Api, given: Schema & { pattern?: string }, path: string[] = []): string[][] {
  const { properties = {}, allOf = [], anyOf = [], oneOf = [], items, pattern, enum: values } = api.resolve(given) as typeof given;
  if (path.length > 5) return [];
  const own = pattern !== undefined || values !== undefined ? [path] : [];
  const below = Object.entries(properties).flatMap(([name, property]) => placesIn(api, property, [...path, name]));
  const entries = items ? placesIn(api, items, [...path, '0']) : [];
  return [...own, ...below, ...entries, ...[...allOf, ...anyOf, ...oneOf].flatMap((part) => placesIn(api, part, path))];
}

/** The example with another value at the place. */
function withValue(base: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(base) || (base === undefined && name === '0')) return [withValue((base as unknown[] | undefined)?.[0], rest, value)];
  const holder = typeof base === 'object' && base !== null ? (base as Record<string, unknown>) : {};
  return { ...holder, [name]: withValue(holder[name], rest, value) };
}

describe.each(dialectNames)('%s: no refusal', (dialect) => {
  const api = loadApi(dialect);

  const answerTo = async (operation: ApiOperation, input: CallInput) => {
    const content = contentOf(operation, input.body);
    const headers = { ...(await on[dialect].credentials()), ...content.headers };
    return (await on[dialect].fetch(urlOf(operation, input), { method: operation.method, ...content, headers })).body;
  };

  test.each(api.operations.map((operation) => [operation.id, operation] as const))(
    'of %s shows a schema or a regular expression',
    async (_, operation) => {
      const example = exampleInput(operation);
      const places = operation.media && operation.mediaType !== 'multipart/form-data' ? placesIn(api, operation.media.schema) : [];
      const distinct = [...new Map(places.map((place) => [place.join('.'), place])).values()];
      const inBody = distinct.flatMap((place) => wrongValues.map((value) => ({ ...example, body: withValue(example.body, place, value) })));
      const inUrl = operation.parameters.flatMap(({ in: where, name }) =>
        ['a,b', '-'].map((value) => ({ ...example, [where]: { ...example[where], [name]: value } })),
      );
      const shown = new Set<string>();
      for (const input of [...inBody, ...inUrl])
        for (const message of messagesNotForPeople(await answerTo(operation, input))) shown.add(message);
      expect([...shown]).toEqual([]);
    },
  );
});

describe('the words of a refusal', () => {
  test.each([
    [
      '/user/block.json',
      'minute=1&userId=a,b',
      'userId[0] must be a user id, which holds no comma and no control character; repeat the parameter for several.',
    ],
    ['/user/getToken.json', 'userId=a,b', 'userId must be a user id, which holds no comma and no control character.'],
    ['/user/block.json', 'userId=a&minute=many', 'minute must be a whole number.'],
    ['/user/block.json', 'userId=a&minute=0', 'minute must be at least 1.'],
    [
      '/user/block.json',
      `minute=1&${Array.from({ length: 21 }, (_, index) => `userId=u${index}`).join('&')}`,
      'userId must have at most 20 items.',
    ],
    ['/message/recall.json', 'fromUserId=a&conversationType=9&targetId=b&messageUID=x', 'conversationType must be 1, 3, 4 or 6.'],
  ])('of %s with %s', async (path, body, errorMessage) => {
    expect(await post(on.rongcloud, path, { body, headers: form })).toMatchObject({ status: 400, body: { errorMessage } });
  });

  test('name the field and what it takes in JSON', async () => {
    const refusal = async (id: string, input: object) => (await on.jmessage.call(id, input)).body;
    const path = { username: 'anna' };
    const error = (message: string) => ({ error: { code: 899003, message: `parameter invalid: ${message}` } });
    const username = 'username must begin with a letter or digit and hold only letters, digits and _ . - @';
    expect(await refusal('registerAdmin', { body: { username: '_anna', password: 'pass' } })).toEqual(error(username));
    expect(await refusal('updateUser', { path, body: { gender: 'm' } })).toEqual(error('gender must be a whole number'));
    expect(await refusal('addToBlacklist', { path, body: [] })).toEqual(error('body must have at least 1 item'));
    expect(await refusal('addToBlacklist', { path, body: {} })).toEqual(error('body must be a list'));
  });
});
