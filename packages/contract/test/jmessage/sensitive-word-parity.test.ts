import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { filteringApp } from '../support/words.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

async function newApp() {
  const app = await filteringApp(on);
  await app.jmessage.call('registerUsers', { body: [{ username: 'javen', password: 'secret' }] });
  await app.jmessage.call('registerAdmin', { body: { username: 'fang', password: 'secret' } });
  const admin = { version: 1, target_type: 'single', target_id: 'javen', from_type: 'admin', from_id: 'fang', msg_type: 'text' };
  return {
    ...app,
    sendText: (text: string, fields: object = {}) =>
      app.jmessage.call('sendMessage', { body: { ...admin, msg_body: { text, ...fields } } }),
    words: async () => ((await app.call('listSensitiveWords', { type: 2 })).body as { words: object[] }).words,
    names: async () =>
      ((await app.jmessage.call('listSensitiveWords')).body as { words: { name: string }[] }).words.map(({ name }) => name),
  };
}

const blockedBy = (word: string) => ({
  status: 403,
  body: { error: { code: 803009, message: `the message contains sensitive word: ${word}` } },
});

test('a word of this dialect blocks messages of both', async () => {
  const { jmessage, words, passed, sendText } = await newApp();
  await jmessage.call('addSensitiveWords', { body: ['Lottery'] });
  expect(await words()).toEqual([{ word: 'Lottery', replaceWord: '', type: '1' }]);
  expect(await passed('my LOTTERY')).toBeUndefined();
  expect(await sendText('my LOTTERY')).toMatchObject(blockedBy('Lottery'));
  expect(await sendText('my letter')).toMatchObject({ status: 201 });
});

test('a text with further fields is searched like any other', async () => {
  const { call, jmessage, sendText } = await newApp();
  await jmessage.call('addSensitiveWords', { body: ['lottery'] });
  expect(await sendText('lottery', { mood: 'happy' })).toMatchObject(blockedBy('lottery'));
  await call('addSensitiveWord', { word: 'lottery', replaceWord: '***' });
  expect(await sendText('a lottery', { mood: 'happy' })).toMatchObject({ status: 201 });
});

test('words of the RongCloud dialect are listed here, block and are replaced here', async () => {
  const { ctx, call, names, sendText } = await newApp();
  const long = 'a word of more than ten letters';
  await call('batchAddSensitiveWords', { words: [{ word: long }, { word: 'gold', replaceWord: '-' }] });
  expect(await names()).toEqual([long, 'gold']);
  expect(await sendText(`here is ${long}`)).toMatchObject(blockedBy(long));
  expect(await sendText('gold!')).toMatchObject({ status: 201 });
  const stored = await ctx.db
    .selectFrom('messages')
    .select('content')
    .where('sender_id', '=', 'fang')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  expect(stored).toEqual({ content: '{"content":"-!"}' });
});

test('a replaced word that is added here blocks; one that is changed here is still replaced', async () => {
  const { call, jmessage, words, passed } = await newApp();
  await call('batchAddSensitiveWords', { words: ['gold', 'silver'].map((word) => ({ word, replaceWord: '-' })) });
  await jmessage.call('addSensitiveWords', { body: ['gold'] });
  await jmessage.call('updateSensitiveWord', { body: { old_word: 'silver', new_word: 'copper' } });
  expect(await words()).toEqual([
    { word: 'gold', replaceWord: '', type: '1' },
    { word: 'copper', replaceWord: '-', type: '0' },
  ]);
  expect(await passed('gold')).toBeUndefined();
  expect(await passed('silver copper')).toBe('silver -');
});

test('words of either dialect are deleted through the other', async () => {
  const { call, jmessage, names, passed } = await newApp();
  await call('batchAddSensitiveWords', { words: [{ word: 'gold', replaceWord: '-' }, { word: 'a word of many letters' }] });
  await jmessage.call('addSensitiveWords', { body: ['lottery'] });
  expect(await jmessage.call('deleteSensitiveWords', { body: { word: 'gold' } })).toMatchObject({ status: 204 });
  expect(await jmessage.call('deleteSensitiveWords', { body: { word: 'a word of many letters' } })).toMatchObject({ status: 204 });
  await call('removeSensitiveWord', { word: 'lottery' });
  expect(await names()).toEqual([]);
  expect(await passed('gold lottery')).toBe('gold lottery');
});

test("the switch here is for clients; messages of the app's server have their own", async () => {
  const { jmessage, sendText } = await newApp();
  await jmessage.call('addSensitiveWords', { body: ['lottery'] });
  await jmessage.call('setSensitiveWordFilter', { query: { status: 0 } });
  expect(await sendText('lottery')).toMatchObject(blockedBy('lottery'));
});
