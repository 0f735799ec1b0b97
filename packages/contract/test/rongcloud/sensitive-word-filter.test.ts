import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeSettings } from '../../../server/src/domain/app-settings.ts';
import { AppDirectory } from '../../../server/src/domain/apps.ts';
import { privateConversation } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { sendFromClient } from '../../../server/src/domain/messages/send.ts';
import { WordFilters } from '../../../server/src/domain/moderation/filters.ts';
import { screen } from '../../../server/src/domain/moderation/screen.ts';
import { readWordList } from '../../../server/src/store/sensitive-words.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { filteringApp } from '../support/words.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const text = (content: string) => ({ objectName: 'RC:TxtMsg', content: JSON.stringify({ content }) });

describe('a message of the Server API', () => {
  test('with a blocking word is answered like any other and stored for nobody', async () => {
    const { ctx, call, sendContent, contents } = await filteringApp(on);
    await call('addSensitiveWord', { word: '赌博' });
    const content = '{"content":"来赌博吧"}';
    const answer = await call('publishPrivateMessage', { fromUserId: 'ann', toUserId: ['bob', 'cat'], objectName: 'RC:TxtMsg', content });
    const uids = [
      { userId: 'bob', messageUID: expect.any(String) },
      { userId: 'cat', messageUID: expect.any(String) },
    ];
    expect(answer.body).toEqual({ code: 200, messageUIDs: uids });
    expect(await readConversation(ctx, privateConversation('ann', 'bob'), { after: 0, limit: 10 })).toEqual([]);
    expect(await sendContent(content)).toMatchObject({ status: 200, body: { messageUIDs: [{ groupId: 'chess' }] } });
    expect(await contents()).toEqual([]);
  });

  test('goes on with its words replaced', async () => {
    const { call, passed } = await filteringApp(on);
    await call('batchAddSensitiveWords', {
      words: [
        { word: 'Free', replaceWord: '*' },
        { word: 'free money', replaceWord: '[removed]' },
      ],
    });
    expect(await passed('FREE ｍｏｎｅｙ, free İ beer')).toBe('[removed], * İ beer');
  });

  test('may become longer than a message that is sent', async () => {
    const { call, passed } = await filteringApp(on);
    await call('addSensitiveWord', { word: 'x', replaceWord: 'long words' });
    const most = 128 * 1024 - '{"content":""}'.length;
    expect(await passed('x'.repeat(most + 1))).toBeUndefined();
    expect(await passed('x'.repeat(most))).toBe('long words'.repeat(most));
  });

  test('keeps the rest of its content, numbers of twenty digits too, and is stored as sent without a word', async () => {
    const { call, sendContent, contents } = await filteringApp(on);
    await call('addSensitiveWord', { word: 'money', replaceWord: '"\\' });
    // As PHP writes Chinese.
    await sendContent('{ "user": {"id": 12345678901234567890, "b": 1.0}, "content": "\\u4e2d money", "extra":"money" }');
    const untouched = '{ "content": "\\u4e2d",  "extra":"money" }';
    await sendContent(untouched);
    expect(await contents()).toEqual(['{"user":{"id":12345678901234567890,"b":1.0},"content":"中 \\"\\\\","extra":"money"}', untouched]);
  });

  test.each([
    ['of another type', '{"content":"money"}', 'RC:ImgMsg'],
    ['whose content is not JSON', 'money', 'RC:TxtMsg'],
    ['whose content is another kind of JSON', '["money"]', 'RC:TxtMsg'],
    ['whose content is null', 'null', 'RC:TxtMsg'],
    ['whose text is not a text', '{"content":["money"]}', 'RC:TxtMsg'],
    ['without a text', '{"extra":"money"}', 'RC:TxtMsg'],
  ])('%s is not searched', async (_, content, objectName) => {
    const { call, sendContent, contents } = await filteringApp(on);
    await call('addSensitiveWord', { word: 'money' });
    await sendContent(content, objectName);
    expect(await contents()).toEqual([content]);
  });

  test('is not searched unless the app wants it so', async () => {
    const { ctx, call, passed } = await filteringApp(on, { serverMessages: false });
    await call('addSensitiveWord', { word: 'money' });
    expect(await passed('money')).toBe('money');
    await changeSettings(ctx, { sensitiveWords: { serverMessages: true } });
    expect(await passed('money')).toBeUndefined();
  });

  test('of a template is searched as each user gets it', async () => {
    const { ctx, call } = await filteringApp(on);
    await call('batchAddSensitiveWords', { words: [{ word: 'my money' }, { word: 'gold', replaceWord: '-' }] });
    const answer = await call('publishPrivateTemplateMessage', {
      fromUserId: 'ann',
      toUserId: ['bob', 'cat', 'dan'],
      objectName: 'RC:TxtMsg',
      content: '{"content":"my {x}"}',
      values: [{ '{x}': 'money' }, { '{x}': 'gold' }, { '{x}': 'word' }],
      pushContent: [],
    });
    expect(answer.body).toMatchObject({ code: 200, messageUIDs: [{ userId: 'bob' }, { userId: 'cat' }, { userId: 'dan' }] });
    const contents = async (userId: string) =>
      (await readConversation(ctx, privateConversation('ann', userId), { after: 0, limit: 10 })).map(({ content }) => content);
    expect(await contents('bob')).toEqual([]);
    expect(await contents('cat')).toEqual(['{"content":"my -"}']);
    expect(await contents('dan')).toEqual(['{"content":"my word"}']);
  });

  test('to everybody or to the system conversation is not searched', async () => {
    const { ctx, call } = await filteringApp(on);
    await call('addSensitiveWord', { word: 'money' });
    const notice = { fromUserId: 'herald', objectName: 'RC:TxtMsg', content: '{"content":"money"}' };
    for (const [operationId, to] of [
      ['broadcastMessage', {}],
      ['broadcastToOnlineUsers', {}],
      ['publishSystemMessage', { toUserId: ['bob'] }],
    ] as const) {
      expect(await call(operationId, { ...notice, ...to })).toMatchObject({ status: 200 });
    }
    const stored = await ctx.db.selectFrom('messages').select('content').where('sender_id', '=', 'herald').execute();
    expect(stored).toEqual([1, 2, 3].map(() => ({ content: notice.content })));
  });

  test('that is blocked does not keep a chatroom alive, one with a replaced word does', async () => {
    const { call, rongcloud } = await filteringApp(on);
    await call('batchAddSensitiveWords', { words: [{ word: 'money' }, { word: 'gold', replaceWord: '-' }] });
    const setAttribute = (chatroomId: string, content: string) =>
      call('setChatroomAttribute', { chatroomId, userId: 'ann', key: 'k', value: 'v', ...text(content) });
    for (const chatroomId of ['silent', 'told']) await call('createChatroom', { chatroomId });
    on.clock.advance(40 * 60_000);
    expect(await setAttribute('silent', 'money')).toMatchObject({ body: { code: 200 } });
    expect(await setAttribute('told', 'gold')).toMatchObject({ body: { code: 200 } });
    on.clock.advance(40 * 60_000);
    const code = async (chatroomId: string) => (await rongcloud.call('getChatroom', { body: { chatroomId } })).body;
    expect(await code('silent')).toMatchObject({ code: 23410 });
    expect(await code('told')).toMatchObject({ code: 200 });
  });
});

describe("a client's message", () => {
  test('is refused for a blocking word, goes on with others replaced, or is not searched, as the app has it', async () => {
    const { ctx, call } = await filteringApp(on, { serverMessages: false });
    await call('batchAddSensitiveWords', { words: [{ word: 'money' }, { word: 'gold', replaceWord: '-' }] });
    const send = async (content: string) => {
      const app = (await ctx.apps.find(ctx.app.key))!;
      return sendFromClient({ ...ctx, app }, { senderId: 'ann', options: {}, ...text(content) }, { kind: 'private', id: 'bob' });
    };
    await expect(send('My MONEY')).rejects.toMatchObject({ code: 'message-blocked', detail: { subject: 'money' } });
    await send('gold!');
    await changeSettings(ctx, { sensitiveWords: { clientMessages: false } });
    await send('money');
    const stored = await readConversation(ctx, privateConversation('ann', 'bob'), { after: 0, limit: 10 });
    expect(stored.map(({ content }) => content)).toEqual(['{"content":"-!"}', '{"content":"money"}']);
  });
});

describe('a change of the words', () => {
  test('holds for the next message', async () => {
    const { call, passed } = await filteringApp(on);
    expect(await passed('money gold')).toBe('money gold');
    await call('addSensitiveWord', { word: 'gold', replaceWord: '-' });
    expect(await passed('money gold')).toBe('money -');
    await call('addSensitiveWord', { word: 'money' });
    expect(await passed('money gold')).toBeUndefined();
    await call('removeSensitiveWord', { word: 'money' });
    expect(await passed('money gold')).toBe('money -');
    await call('batchRemoveSensitiveWords', { words: ['gold'] });
    expect(await passed('money gold')).toBe('money gold');
  });

  test('that is refused changes nothing', async () => {
    const { call, passed } = await filteringApp(on, { limit: 1 });
    await call('batchAddSensitiveWords', { words: [{ word: 'money' }, { word: 'gold' }] });
    expect(await passed('money gold')).toBe('money gold');
  });

  test('reaches other nodes within a second', async () => {
    const { app, call } = await filteringApp(on);
    const { services } = on.server;
    const apps = new AppDirectory(services);
    const wordFilters = new WordFilters((appId) => readWordList(services.db, appId));
    const verdict = async () => screen({ ...services, apps, wordFilters, app: (await apps.find(app.key))! }, text('money'), 'server');
    expect(await verdict()).toMatchObject({ content: '{"content":"money"}' });
    await call('addSensitiveWord', { word: 'money' });
    on.clock.advance(1000);
    expect(await verdict()).toEqual({ blockedBy: 'money' });
    await call('removeSensitiveWord', { word: 'money' });
    on.clock.advance(1000);
    expect(await verdict()).toMatchObject({ content: '{"content":"money"}' });
  });

  test('is the matter of one app', async () => {
    const [one, other] = [await filteringApp(on), await filteringApp(on)];
    await one.call('addSensitiveWord', { word: 'money' });
    await other.call('addSensitiveWord', { word: 'gold' });
    expect(await one.passed('gold')).toBe('gold');
    expect(await other.passed('money')).toBe('money');
  });
});
