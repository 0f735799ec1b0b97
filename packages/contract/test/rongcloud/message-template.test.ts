import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messageIdOf } from '../../../server/src/domain/uid.ts';
import { conversationMessages, storedMessages } from '../support/messages.ts';
import { json, post } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const path = '/message/private/publish_template.json';
const maxContent = 131_072;
const maxContents = 8_388_608;

const send = (fields: object) =>
  on.rongcloud.call('publishPrivateTemplateMessage', {
    body: { fromUserId: 'ann', objectName: 'App:T', content: '{x}', values: [{ '{x}': 'v' }], pushContent: [], ...fields },
  });
const raw = (body: string) => post(on.rongcloud, path, { body, headers: json });
const lastTo = async (userId: string) => (await conversationMessages(on, 'ann', userId)).at(-1);
const refused = (code: number, errorMessage: string) => ({ status: 400, body: { code, errorMessage } });
/** The same value for each of so many recipients. */
const each = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('a template', () => {
  test('makes a copy for each recipient, answered in the order of the call', async () => {
    const answer = await send({
      toUserId: ['21', '22', '23'],
      objectName: 'RC:TxtMsg',
      content: '{"content":"{c}{d}","extra":"bb"}',
      values: [
        { '{c}': 'Tom', '{d}': ':2' },
        { '{c}': 'Jerry', '{d}': ':5' },
        { '{c}': 'Rose', '{d}': ':10' },
      ],
      pushContent: ['hello {c}', '{c}{d}', ''],
      pushData: ['{"to":"{c}"}', '', '{d}'],
    });
    const { messageUIDs } = answer.body as { messageUIDs: { userId: string; messageUID: string }[] };
    expect(messageUIDs.map(({ userId }) => userId)).toEqual(['21', '22', '23']);
    const copies = [
      { content: '{"content":"Tom:2","extra":"bb"}', options: { pushContent: 'hello Tom', pushData: '{"to":"Tom"}' } },
      { content: '{"content":"Jerry:5","extra":"bb"}', options: { pushContent: 'Jerry:5' } },
      { content: '{"content":"Rose:10","extra":"bb"}', options: { pushData: ':10' } },
    ];
    for (const [index, { userId, messageUID }] of messageUIDs.entries()) {
      const stored = {
        id: messageIdOf(messageUID),
        seq: 1,
        senderId: 'ann',
        senderAppId: on.app.id,
        objectName: 'RC:TxtMsg',
        ...copies[index],
      };
      expect(await conversationMessages(on, 'ann', userId)).toEqual([{ ...stored, sentAt: on.clock.now(), retracted: false }]);
    }
  });

  const replacements: [what: string, content: string, values: object | null, filled: string][] = [
    ['every occurrence', '{x} and {x}', { '{x}': '1' }, '1 and 1'],
    ['nothing that has no value', '{x} and {y}', { '{x}': '1' }, '1 and {y}'],
    ['once: a placeholder inside a value stays', '{x}{y}', { '{x}': '{y}', '{y}': '{x}' }, '{y}{x}'],
    ['the longest of those that begin alike', 'abc', { a: '1', ab: '2', b: '3' }, '2c'],
    ['letter by letter, whatever regular expressions make of it', 'a.b axb $& [^', { 'a.b': '1', '$&': '2', '[^': '3' }, '1 axb 2 3'],
    ['by a value as it is', '{x}', { '{x}': "$& $1 $' \\n" }, "$& $1 $' \\n"],
    ['by a number', '{x}', { '{x}': 90.5 }, '90.5'],
    ['by an empty text', '-{x}-', { '{x}': '' }, '--'],
    ['by four-byte characters', '{😀}', { '{😀}': '👍' }, '👍'],
    ['names that objects have by themselves', '{x}constructor', { constructor: '1' }, '{x}1'],
    ['nothing without values', '{x}', {}, '{x}'],
    ['nothing without an entry', '{x}', null, '{x}'],
  ];

  test.each(replacements)('replaces %s', async (_, content, values, filled) => {
    await send({ toUserId: ['reader'], content, values: [values], pushContent: [content] });
    expect(await lastTo('reader')).toMatchObject({ content: filled, options: { pushContent: filled } });
  });

  test('leaves the other fields as they are', async () => {
    await send({ toUserId: ['plain'], objectName: '{x}', content: 'c', pushExt: '{"title":"{x}"}' });
    expect(await lastTo('plain')).toMatchObject({ objectName: '{x}', options: { pushExt: '{"title":"{x}"}' } });
  });

  test('has push settings for all recipients or for each', async () => {
    await send({ toUserId: ['p1', 'p2'], values: [{}, {}], pushExt: '{"title":"all"}' });
    expect([(await lastTo('p1'))!.options, (await lastTo('p2'))!.options]).toEqual([
      { pushExt: '{"title":"all"}' },
      { pushExt: '{"title":"all"}' },
    ]);
    await send({ toUserId: ['p1', 'p2'], values: [{}, {}], pushExt: ['{"title":"one"}', null] });
    expect([(await lastTo('p1'))!.options, (await lastTo('p2'))!.options]).toEqual([{ pushExt: '{"title":"one"}' }, {}]);
  });

  test('has the flags of a message', async () => {
    const flags = { isIncludeSender: 1, isCounted: 0, contentAvailable: 1, needReadReceipt: 1, disablePush: true, expansion: true };
    await send({ toUserId: ['f'], ...flags, disableUpdateLastMsg: true });
    expect((await lastTo('f'))!.options).toEqual({
      includeSender: true,
      uncounted: true,
      contentAvailable: true,
      needReadReceipt: true,
      disablePush: true,
      expansion: {},
      disableUpdateLastMsg: true,
    });
    await send({ toUserId: ['f'], isPersisted: 0 });
    expect(await conversationMessages(on, 'ann', 'f')).toHaveLength(1);
  });

  test('with verifyBlacklist reaches those whose lists do not refuse, and the answer names everybody', async () => {
    await on.rongcloud.call('addBlocklistUsers', { body: { userId: 'lea', blackUserId: ['ann'] } });
    const toUserId = ['kim', 'lea', 'max'];
    const values = toUserId.map((userId) => ({ '{x}': userId }));
    const { body } = await send({ toUserId, values, verifyBlacklist: 1 });
    const { messageUIDs } = body as { messageUIDs: { userId: string; messageUID: string }[] };
    expect(messageUIDs.map(({ userId }) => userId)).toEqual(toUserId);
    expect(await lastTo('lea')).toBeUndefined();
    for (const index of [0, 2])
      expect(await lastTo(toUserId[index]!)).toMatchObject({ id: messageIdOf(messageUIDs[index]!.messageUID), content: toUserId[index] });
  });
});

describe('lists of another length than toUserId', () => {
  const wrong: [field: string, lists: object][] = [
    ['values', { values: [{}] }],
    ['values', { values: [] }],
    ['pushContent', { pushContent: ['a'] }],
    ['pushData', { pushData: ['a', 'b', 'c'] }],
    ['pushExt', { pushExt: ['{}'] }],
  ];

  test.each(wrong)('are refused by their name: %s %j', async (field, lists) => {
    const before = await storedMessages(on);
    const answer = await send({ toUserId: ['l1', 'l2'], values: [{}, {}], ...lists });
    expect(answer).toMatchObject(refused(1002, `${field} must have 2 entries, as many as toUserId.`));
    expect(await storedMessages(on)).toBe(before);
  });

  test('are taken when they are empty, where they are not needed', async () => {
    expect(await send({ toUserId: ['l1', 'l2'], values: [{}, {}], pushContent: [], pushData: [], pushExt: [] })).toMatchObject({
      status: 200,
    });
  });
});

describe('sizes', () => {
  const long = 'v'.repeat(maxContent - 1);

  test('a copy has at most 128 KB, and all copies are refused for one', async () => {
    expect(await send({ toUserId: ['s'], content: '{x}é', values: [{ '{x}': long.slice(1) }] })).toMatchObject({ status: 200 });
    const before = await storedMessages(on);
    const why = 'content must have 1 to 131072 bytes of UTF-8 when it is filled in for toUserId[1].';
    for (const value of [long, long.repeat(9), '']) {
      const content = value ? '{x}é' : '{x}';
      const answer = await send({ toUserId: ['s1', 's2', 's3'], content, values: [{ '{x}': 'a' }, { '{x}': value }, { '{x}': 'a' }] });
      expect(answer).toMatchObject(refused(1005, why));
    }
    expect(await storedMessages(on)).toBe(before);
  });

  test('a short template cannot become huge', async () => {
    const content = '{'.repeat(maxContent);
    const why = 'content must have 1 to 131072 bytes of UTF-8 when it is filled in for toUserId[0].';
    expect(await send({ toUserId: ['s'], content, values: [{ '{': 'x'.repeat(1_000_000) }] })).toMatchObject(refused(1005, why));
  });

  test('a push text has at most 4096 bytes', async () => {
    const value = '字'.repeat(1365);
    expect(await send({ toUserId: ['s'], values: [{ '{x}': value }], pushContent: ['{x}1'] })).toMatchObject({ status: 200 });
    for (const field of ['pushContent', 'pushData']) {
      const why = `${field} must have 0 to 4096 bytes of UTF-8 when it is filled in for toUserId[0].`;
      expect(await send({ toUserId: ['s'], values: [{ '{x}': value }], [field]: ['{x}12'] })).toMatchObject(refused(1005, why));
    }
  });

  test('all copies together have at most 8 MiB, however much of the template is replaced', async () => {
    const count = maxContents / maxContent;
    const fill = (users: number, content: string, value: string) =>
      send({ toUserId: ids('all', users), content, values: each(users, { '{x}': value }) });
    const template = `${'c'.repeat(maxContent - 3)}{x}`;
    expect(await fill(count, template, 'abc')).toMatchObject({ status: 200 });
    const before = await storedMessages(on);
    const why = refused(1002, 'content must not have more than 8388608 bytes in all copies together.');
    expect(await fill(count + 1, template, 'abc')).toMatchObject(why);
    expect(await fill(count + 1, `${'{x}'.repeat(43_690)}12`, '')).toMatchObject(why);
    expect(await storedMessages(on)).toBe(before);
  });

  test('1000 recipients fit, 1001 are refused, and so is a body above 8 MiB', async () => {
    const toThem = (count: number) => ({ toUserId: ids('u', count), values: each(count, { '{x}': 'v'.repeat(2000) }) });
    expect(await send(toThem(1000))).toMatchObject({ status: 200 });
    expect(await send(toThem(1001))).toMatchObject(refused(1002, 'toUserId must have at most 1000 items.'));
    expect(await send({ toUserId: ['u'], pushData: ['p'.repeat(maxContents)] })).toMatchObject({ status: 400, body: { code: 1508 } });
  });

  test('a recipient has at most 100 placeholders of 1 to 64 characters', async () => {
    const placeholders = (count: number, name: string) => Object.fromEntries(each(count, 0).map((_, index) => [`${name}${index}`, 'v']));
    expect(await send({ toUserId: ['s'], values: [placeholders(100, 'k')] })).toMatchObject({ status: 200 });
    expect(await send({ toUserId: ['s'], values: [{ ['k'.repeat(64)]: 'v' }] })).toMatchObject({ status: 200 });
    expect(await send({ toUserId: ['s'], values: [placeholders(101, 'k')] })).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(await send({ toUserId: ['s'], values: [{ ['k'.repeat(65)]: 'v' }] })).toMatchObject({ status: 400, body: { code: 1005 } });
    expect(await send({ toUserId: ['s'], values: [{ '': 'v' }] })).toMatchObject({ status: 400, body: { code: 1002 } });
  });
});

describe('what loosely typed languages write', () => {
  const body = (toUserId: string, rest: string) =>
    `{"fromUserId":"ann","objectName":"App:T","content":"{x}","toUserId":${toUserId},${rest}}`;

  test('ids of digits may be numbers, also such as no double holds', async () => {
    const answer = await raw(body('[21,9007199254740993,"9223372036854775807"]', '"values":[[],[],[]],"pushContent":["","",""]'));
    expect(answer).toMatchObject({
      status: 200,
      body: { messageUIDs: [{ userId: '21' }, { userId: '9007199254740993' }, { userId: '9223372036854775807' }] },
    });
    expect(await lastTo('9007199254740993')).toMatchObject({ content: '{x}' });
  });

  test.each([
    ['null for texts', '"values":[{"{x}":"v"}],"pushContent":[null],"pushData":[null],"pushExt":null', 'v'],
    ['an empty list for no values', '"values":[[]],"pushContent":[""],"pushData":""', '{x}'],
    ['null for no values', '"values":[null],"pushContent":[""]', '{x}'],
    ['a long number for a value', '"values":[{"{x}":12345678901234567890}],"pushContent":[]', '12345678901234567890'],
    ['a boolean as text', '"values":[{}],"pushContent":[],"disableUpdateLastMsg":"true","disablePush":"false"', '{x}'],
  ])('%s', async (_, rest, content) => {
    expect(await raw(body('["loose"]', rest))).toMatchObject({ status: 200 });
    expect(await lastTo('loose')).toMatchObject({ content });
  });

  test.each([
    ['a value that is no text', '"values":[{"{x}":{}}],"pushContent":[]', 'values[0].{x} must be text or a number.'],
    ['a list with values', '"values":[["v"]],"pushContent":[]', 'values[0] must have at most 0 items.'],
    ['half a surrogate pair', '"values":[{"{x}":"\\ud83d"}],"pushContent":[]', 'values holds a NUL character or half a surrogate pair.'],
    ['a NUL in a placeholder', '"values":[{"\\u0000":"v"}],"pushContent":[]', 'values holds a key with a NUL character.'],
    ['a switch as text', '"values":[{}],"pushContent":[],"isPersisted":"1"', 'isPersisted must be a whole number.'],
  ])('but not %s', async (_, rest, why) => {
    expect(await raw(body('["loose"]', rest))).toMatchObject(refused(1002, why));
  });
});
