import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeSettings } from '../../../server/src/domain/app-settings.ts';
import { accepted, form, json, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

async function newApp(limit?: number) {
  const settings = { rateLimits: { enabled: false, overrides: {} }, ...(limit !== undefined && { sensitiveWords: { limit } }) };
  const { app, rongcloud } = await on.addApp({ settings });
  const call = (operationId: string, body: object = {}) => rongcloud.call(operationId, { body });
  return {
    app,
    rongcloud,
    call,
    add: (word: string, replaceWord?: string) => call('addSensitiveWord', { word, ...(replaceWord !== undefined && { replaceWord }) }),
    addAll: (...words: object[]) => call('batchAddSensitiveWords', { words }),
    list: async (type?: number) =>
      ((await call('listSensitiveWords', type === undefined ? {} : { type })).body as { words: object[] }).words,
    words: async () =>
      ((await call('listSensitiveWords', { type: 2 })).body as { words: { word: string }[] }).words.map(({ word }) => word),
  };
}

const blocking = (word: string) => ({ word, replaceWord: '', type: '1' });
const replacing = (word: string, replaceWord: string) => ({ word, replaceWord, type: '0' });
const numbered = (count: number, prefix = 'w') => Array.from({ length: count }, (_, index) => ({ word: `${prefix}${index}` }));
const full = (remainQuota: number) => ({ status: 400, body: { code: 1019, errorMessage: 'sensitive word quota exceeded.', remainQuota } });

describe('the list', () => {
  test('has one kind, the other or both, in the order of adding; blocking words when nothing is asked', async () => {
    const { add, list, call } = await newApp();
    expect(await call('listSensitiveWords')).toMatchObject({ body: { code: 200, words: [] } });
    expect(await add('money', '***')).toMatchObject(accepted);
    expect(await add('lottery')).toMatchObject(accepted);
    await add('彩票', '😀');
    expect(await list()).toEqual([blocking('lottery')]);
    expect(await list(1)).toEqual([blocking('lottery')]);
    expect(await list(0)).toEqual([replacing('money', '***'), replacing('彩票', '😀')]);
    expect(await list(2)).toEqual([replacing('money', '***'), blocking('lottery'), replacing('彩票', '😀')]);
  });

  test('has a word once; adding it again changes its kind and leaves its place', async () => {
    const { add, list } = await newApp();
    await add('first', 'x');
    await add('second');
    await add('first');
    await add('second', 'y');
    expect(await list(2)).toEqual([blocking('first'), replacing('second', 'y')]);
    await add('second', '');
    expect(await list(2)).toEqual([blocking('first'), blocking('second')]);
  });

  test('tells words of different case apart', async () => {
    const { add, words, call } = await newApp();
    await add('Money');
    await add('money');
    await call('removeSensitiveWord', { word: 'Money' });
    expect(await words()).toEqual(['money']);
  });

  test('loses words one by one or several at once; those that are not there are no error', async () => {
    const { addAll, words, call } = await newApp();
    await addAll(...numbered(5));
    expect(await call('removeSensitiveWord', { word: 'w0' })).toMatchObject(accepted);
    expect(await call('removeSensitiveWord', { word: 'w0' })).toMatchObject(accepted);
    expect(await call('batchRemoveSensitiveWords', { words: ['w1', 'never', 'w3', 'w3'] })).toMatchObject(accepted);
    expect(await words()).toEqual(['w2', 'w4']);
  });

  test("is the app's own", async () => {
    const [one, other] = [await newApp(), await newApp()];
    await one.add('money');
    await other.call('removeSensitiveWord', { word: 'money' });
    expect(await one.words()).toEqual(['money']);
    expect(await other.words()).toEqual([]);
  });
});

describe('a batch', () => {
  test('adds all of its words in their order; of a word that comes twice the last entry holds', async () => {
    const { addAll, list } = await newApp();
    const answer = await addAll(
      { word: 'b', replaceWord: 'x' },
      { word: 'a', replaceWord: '' },
      { word: 'c', replaceWord: null },
      { word: 'b' },
    );
    expect(answer.body).toEqual({ code: 200, remainQuota: 9997 });
    expect(await list(2)).toEqual(['b', 'a', 'c'].map(blocking));
  });

  test('with one word that is not acceptable adds none', async () => {
    const { addAll, words } = await newApp();
    for (const [entry, code, field] of [
      [{ word: '' }, 1002, /^words\[1\]\.word /],
      [{}, 1002, /^words\[1\]\.word is required/],
      [{ word: 'x'.repeat(33) }, 1005, /^words\[1\]\.word /],
      [{ word: 'x', replaceWord: 'y'.repeat(33) }, 1005, /^words\[1\]\.replaceWord /],
      [{ word: true }, 1002, /^words\[1\]\.word /],
      [{ word: 'a\0b' }, 1002, /NUL/],
      ['word', 1002, /^words\[1\] /],
      [null, 1002, /^words\[1\] /],
    ] as const) {
      const answer = await addAll({ word: 'good' }, entry as object);
      expect(answer).toMatchObject({ status: 400, body: { code, errorMessage: expect.stringMatching(field) } });
    }
    expect(await words()).toEqual([]);
  });

  test('has 1 to 50 words', async () => {
    const { addAll, call } = await newApp();
    expect(await addAll(...numbered(50))).toMatchObject(accepted);
    expect(await addAll(...numbered(51))).toMatchObject(refused(1002));
    expect(await addAll()).toMatchObject(refused(1002));
    const removed = numbered(51).map(({ word }) => word);
    expect(await call('batchRemoveSensitiveWords', { words: removed.slice(1) })).toMatchObject(accepted);
    expect(await call('batchRemoveSensitiveWords', { words: removed })).toMatchObject(refused(1002));
  });
});

describe('the quota', () => {
  test('refuses a batch as a whole and says how many words there is room for', async () => {
    const { addAll, add, words } = await newApp(3);
    expect(await addAll(...numbered(4))).toMatchObject(full(3));
    expect(await words()).toEqual([]);
    expect((await addAll(...numbered(2))).body).toEqual({ code: 200, remainQuota: 1 });
    expect(await addAll(...numbered(2, 'x'))).toMatchObject(full(1));
    expect(await add('x')).toMatchObject(accepted);
    expect(await add('y')).toMatchObject(full(0));
    expect(await words()).toEqual(['w0', 'w1', 'x']);
  });

  test('does not count words that are listed, nor one word twice', async () => {
    const { addAll, list } = await newApp(3);
    expect((await addAll({ word: 'a' }, { word: 'a' }, { word: 'b' })).body).toEqual({ code: 200, remainQuota: 1 });
    expect((await addAll({ word: 'a', replaceWord: 'x' }, { word: 'b' }, { word: 'c' })).body).toEqual({ code: 200, remainQuota: 0 });
    expect((await addAll({ word: 'a' }, { word: 'c', replaceWord: 'y' })).body).toEqual({ code: 200, remainQuota: 0 });
    expect(await list(2)).toEqual([blocking('a'), blocking('b'), replacing('c', 'y')]);
  });

  test('holds among callers at once', async () => {
    const { addAll, words } = await newApp(25);
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((prefix) => addAll(...numbered(6, prefix))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 400, 400]);
    expect(await words()).toHaveLength(24);
  });

  test('that is lowered below what is listed leaves the words, and room for none', async () => {
    const { app, addAll, add, words } = await newApp();
    await addAll(...numbered(3));
    await changeSettings({ ...on.ctx, app }, { sensitiveWords: { limit: 2 } });
    expect(await add('w0', 'x')).toMatchObject(accepted);
    expect(await add('new')).toMatchObject(full(0));
    expect(await words()).toHaveLength(3);
  });
});

test('callers at once who add and remove the same words do not stop each other', async () => {
  const { call, addAll } = await newApp();
  const entries = numbered(20);
  const answers = await Promise.all(
    [0, 1, 2, 3].flatMap((turn) => {
      const words = turn % 2 ? entries : entries.toReversed();
      return [addAll(...words), call('batchRemoveSensitiveWords', { words: words.map(({ word }) => word) })];
    }),
  );
  for (const answer of answers) expect(answer).toMatchObject(accepted);
});

describe('a word', () => {
  test('has 1 to 32 characters, whatever their bytes, and its replacement at most 32', async () => {
    const { add, words } = await newApp();
    expect(await add('😀'.repeat(32), '字'.repeat(32))).toMatchObject(accepted);
    expect(await words()).toEqual(['😀'.repeat(32)]);
    expect(await add('😀'.repeat(33))).toMatchObject(refused(1005));
    expect(await add('x', '😀'.repeat(33))).toMatchObject(refused(1005));
    expect(await add('')).toMatchObject({ status: 400, body: { code: 1002, errorMessage: 'word is required.' } });
  });

  test.each(['-', '…', ' ', '　', '。，', '\u200b', '\u0007'])('of punctuation or blanks alone is refused: %j', async (word) => {
    const { add, addAll, words } = await newApp();
    expect(await add(word)).toMatchObject({
      status: 400,
      body: { code: 1002, errorMessage: `word ${JSON.stringify(word)} has only punctuation or blanks.` },
    });
    expect(await addAll({ word })).toMatchObject(refused(1002));
    expect(await words()).toEqual([]);
  });

  test.each(['a-b', ' a ', '7', '+1', '$', 'é', '한', '❤️'])('may be %j', async (word) => {
    const { add, words } = await newApp();
    expect(await add(word)).toMatchObject(accepted);
    expect(await words()).toEqual([word]);
  });
});

test('the kind that is asked for is 0, 1 or 2', async () => {
  const { call } = await newApp();
  for (const type of [3, -1, 'all', 1.5]) expect(await call('listSensitiveWords', { type })).toMatchObject(refused(1002));
});

test('a batch is JSON only, the other calls take both', async () => {
  const { rongcloud, words } = await newApp();
  const batch = '/sensitiveword/batch/add.json';
  expect(await post(rongcloud, batch, { body: 'words=a', headers: form })).toMatchObject(refused(1002));
  expect(await post(rongcloud, '/sensitiveword/add.json', { body: '{"word":"a","replaceWord":null}', headers: json })).toMatchObject(
    accepted,
  );
  expect(await post(rongcloud, '/sensitiveword/batch/delete.json', { body: '{"words":["a"]}', headers: json })).toMatchObject(accepted);
  expect(await words()).toEqual([]);
});
