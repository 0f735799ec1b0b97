import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invalid, send } from '../support/jmessage-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const done = { status: 204, body: undefined };
const parameter = (message: string) => ({ status: 400, body: { error: { code: 899003, message: `parameter invalid: ${message}` } } });

async function newApp(limit?: number) {
  const settings = { rateLimits: { enabled: false, overrides: {} }, ...(limit !== undefined && { sensitiveWords: { limit } }) };
  const { jmessage } = await on.addApp({ settings });
  return {
    jmessage,
    add: (...words: unknown[]) => jmessage.call('addSensitiveWords', { body: words }),
    change: (old_word: string, new_word: string) => jmessage.call('updateSensitiveWord', { body: { old_word, new_word } }),
    remove: (body: unknown) => jmessage.call('deleteSensitiveWords', { body }),
    page: async (query: object = {}) => (await jmessage.call('listSensitiveWords', { query: { ...query } })).body,
    names: async () => ((await jmessage.call('listSensitiveWords')).body as { words: { name: string }[] }).words.map(({ name }) => name),
  };
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`);

describe('words', () => {
  test('are listed in the order of adding, with the time in UTC+8 and the number of all', async () => {
    const { add, page } = await newApp();
    expect(await page()).toEqual({ start: 0, count: 0, words: [], total: 0 });
    const time = new Date(on.clock.now() + 8 * 3_600_000).toISOString();
    const itime = time.slice(0, 19).replace('T', ' ');
    expect(await add('FUCK', '赌博')).toMatchObject(done);
    on.clock.advance(1000);
    await add('a', 'FUCK');
    expect(await page()).toEqual({
      start: 0,
      count: 3,
      words: [
        { name: 'FUCK', itime },
        { name: '赌博', itime },
        { name: 'a', itime: expect.not.stringMatching(itime) },
      ],
      total: 3,
    });
    expect(await page({ start: 1, count: 1 })).toEqual({ start: 1, count: 1, words: [{ name: '赌博', itime }], total: 3 });
    expect(await page({ start: 9, count: 2000 })).toEqual({ start: 9, count: 0, words: [], total: 3 });
  });

  test('come up to 2000 in a call, and in a page', async () => {
    const { add, page } = await newApp();
    expect(await add(...numbered(2000))).toMatchObject(done);
    expect(await page()).toMatchObject({ count: 2000, total: 2000 });
    expect(await add(...numbered(2001))).toMatchObject(invalid);
    expect(await add()).toMatchObject(invalid);
  });

  test('have 1 to 10 characters, and are not of punctuation or blanks alone', async () => {
    const { add, names } = await newApp();
    expect(await add('赌'.repeat(10), '😀'.repeat(10))).toMatchObject(done);
    for (const word of ['x'.repeat(11), '', '-', ' ', '。', 7.5, true, null, ['x'], 'a\0'])
      expect(await add('good', word)).toMatchObject(invalid);
    expect(await add('good', 'x'.repeat(11))).toMatchObject(parameter('[1] must have at most 10 characters'));
    expect(await names()).toEqual(['赌'.repeat(10), '😀'.repeat(10)]);
  });

  test('above the number that the app may have are refused, all of them', async () => {
    const { add, names } = await newApp(2);
    expect(await add('a', 'b', 'c')).toMatchObject(parameter('no room for so many words, only for 2'));
    expect(await add('a', 'a', 'b')).toMatchObject(done);
    expect(await add('b', 'c')).toMatchObject(parameter('no room for so many words, only for 0'));
    expect(await add('b', 'a')).toMatchObject(done);
    expect(await names()).toEqual(['a', 'b']);
  });
});

describe('a change of a word', () => {
  test('leaves its place and time', async () => {
    const { add, change, page } = await newApp();
    await add('FUCK', 'b');
    const before = (await page()) as { words: object[] };
    on.clock.advance(60_000);
    expect(await change('FUCK', 'fuck')).toMatchObject(done);
    const [first, second] = before.words;
    expect(await page()).toMatchObject({ words: [{ ...first, name: 'fuck' }, second] });
  });

  test('into one that is listed leaves that one alone', async () => {
    const { add, change, names } = await newApp();
    await add('a', 'b', 'c');
    expect(await change('b', 'a')).toMatchObject(done);
    expect(await change('c', 'c')).toMatchObject(done);
    expect(await names()).toEqual(['a', 'c']);
  });

  test('of a word that is not listed is refused', async () => {
    const { add, change, names } = await newApp();
    await add('a');
    for (const to of ['x', 'a', 'b']) expect(await change('b', to)).toMatchObject(parameter('word b is not listed'));
    expect(await change('A', 'b')).toMatchObject(invalid);
    expect(await names()).toEqual(['a']);
  });

  test('needs both words, and the new one as short as any', async () => {
    const { jmessage, add, change } = await newApp();
    await add('a');
    expect(await change('a', 'x'.repeat(11))).toMatchObject(parameter('new_word must have at most 10 characters'));
    expect(await change('a', '-')).toMatchObject(parameter('word "-" has only punctuation or blanks'));
    for (const body of [{ old_word: 'a' }, { new_word: 'b' }, {}, []]) {
      expect(await jmessage.call('updateSensitiveWord', { body })).toMatchObject(invalid);
    }
  });
});

describe('deleting', () => {
  test('takes one word, or a list as one SDK sends it', async () => {
    const { add, remove, names } = await newApp();
    await add('a', 'b', 'c', 'd');
    expect(await remove({ word: 'b' })).toMatchObject(done);
    expect(await remove(['a', 'd', 'a'])).toMatchObject(done);
    expect(await names()).toEqual(['c']);
  });

  test('what is not listed is refused, and a list with it as a whole', async () => {
    const { add, remove, names } = await newApp();
    await add('a');
    expect(await remove({ word: 'b' })).toMatchObject(parameter('word b is not listed'));
    expect(await remove({ word: 'A' })).toMatchObject(parameter('word A is not listed'));
    expect(await remove(['a', 'b'])).toMatchObject(parameter('word b is not listed'));
    for (const body of [{}, [], { word: '' }, { word: 7 }, [7], 'a', { word: ['a'] }]) expect(await remove(body)).toMatchObject(invalid);
    expect(await names()).toEqual(['a']);
  });
});

describe('the switch', () => {
  const path = '/v1/sensitiveword/status';

  test('is on until it is set, by the query or by the body', async () => {
    const { jmessage } = await newApp();
    const status = async () => (await jmessage.call('getSensitiveWordFilter')).body;
    expect(await status()).toEqual({ status: 1 });
    expect(await jmessage.call('setSensitiveWordFilter', { query: { status: 0 } })).toMatchObject(done);
    expect(await status()).toEqual({ status: 0 });
    expect(await send(jmessage, `PUT ${path}`, { body: '{"status":1}' })).toMatchObject(done);
    expect(await status()).toEqual({ status: 1 });
    expect(await send(jmessage, `PUT ${path}?status=0`, { body: '{"status":1}' })).toMatchObject(done);
    expect(await status()).toEqual({ status: 0 });
  });

  test.each(['', '?status=2', '?status=', '?status=true', '?status=0&status=1'])('is not set by "%s"', async (query) => {
    const { jmessage } = await newApp();
    expect(await send(jmessage, `PUT ${path}${query}`)).toMatchObject(invalid);
  });

  test.each(['{}', '{"status":2}', '{"status":"1"}', '{"status":true}', '{"status":null}', '[1]'])(
    'is not set by the body %s',
    async (body) => {
      const { jmessage } = await newApp();
      expect(await send(jmessage, `PUT ${path}`, { body })).toMatchObject(invalid);
    },
  );

  test('that is missing is named', async () => {
    const { jmessage } = await newApp();
    expect(await send(jmessage, `PUT ${path}`)).toMatchObject(parameter('status is required'));
  });
});
