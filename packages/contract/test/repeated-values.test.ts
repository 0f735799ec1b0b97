import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupConversation, privateConversation, systemConversation } from '../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../server/src/domain/messages/history.ts';
import type { Schema } from '../src/api.ts';
import { type Api, type ApiOperation, exampleInput, loadApi } from '../src/index.ts';
import { startTestServer, type TestServer } from './support/server.ts';

type World = Awaited<ReturnType<TestServer['addApp']>>;

let on: TestServer;
/** Two apps that are told the same, the second of them twice. */
let once: World;
let twice: World;
beforeAll(async () => {
  on = await startTestServer();
  [once, twice] = [await on.addApp(), await on.addApp()];
});
afterAll(() => on.stop());

const call = async (operationId: string, body: object) => (await on.rongcloud.call(operationId, { body })).body as Record<string, unknown>;
const text = { fromUserId: 'ann', objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };
const sent = (key: string, ...ids: string[]) => ({
  code: 200,
  messageUIDs: ids.map((id) => ({ [key]: id, messageUID: expect.any(String) })),
});

describe('who is named twice as a recipient gets one message', () => {
  const stored = async (conversation: Parameters<typeof readConversation>[1]) =>
    (await readConversation(on.ctx, conversation, { after: 0, limit: 10 })).map(({ content }) => content);

  test.each([
    ['publishPrivateMessage', 'toUserId', 'userId'],
    ['publishPrivateStatusMessage', 'toUserId', 'userId'],
    ['publishSystemMessage', 'toUserId', 'userId'],
    ['publishGroupMessage', 'toGroupId', 'groupId'],
    ['publishGroupStatusMessage', 'toGroupId', 'groupId'],
    ['publishChatroomMessage', 'toChatroomId', 'chatroomId'],
  ])('%s answers one UID for each in the order of their first places', async (operationId, field, key) => {
    expect(await call(operationId, { ...text, [field]: ['cat', 'bob', 'cat'] })).toEqual(sent(key, 'cat', 'bob'));
  });

  test('one copy is stored', async () => {
    await call('publishPrivateMessage', { ...text, toUserId: ['dan', 'dan'] });
    expect(await stored(privateConversation('ann', 'dan'))).toHaveLength(1);
    await call('publishGroupMessage', { ...text, toGroupId: ['go', 'go'] });
    expect(await stored(groupConversation('go'))).toHaveLength(1);
  });

  test.each([
    ['publishPrivateTemplateMessage', privateConversation],
    ['publishSystemTemplateMessage', systemConversation],
  ] as const)('%s: the texts of the first place count', async (operationId, conversationWith) => {
    const toUserId = ['7', 'eve', 7, 'eve'];
    const lists = { toUserId, values: toUserId.map((_, place) => ({ '{n}': String(place) })), pushContent: ['a', 'b', 'c', 'd'] };
    expect(await call(operationId, { ...text, ...lists, content: '{"content":"{n}"}' })).toEqual(sent('userId', '7', 'eve'));
    expect(await stored(conversationWith('ann', '7'))).toEqual(['{"content":"0"}']);
    expect(await stored(conversationWith('ann', 'eve'))).toEqual(['{"content":"1"}']);
  });
});

describe('what is named twice counts once', () => {
  test('against the size of a list, not against the number of values of a call', async () => {
    await call('createChatroom', { chatroomId: 'small' });
    const add = (operationId: string, ...userId: string[]) => call(operationId, { chatroomId: 'small', userId });
    for (const userId of ['u1', 'u2', 'u3', 'u4']) await add('addChatroomWhitelistUsers', userId);
    expect(await add('addChatroomWhitelistUsers', 'u5', 'u5', 'u1', 'u5')).toEqual({ code: 200 });
    expect(await add('addChatroomWhitelistUsers', ...Array.from({ length: 6 }, () => 'u1'))).toMatchObject({ code: 1002 });
  });

  test('against a limit, in keys within a text too', async () => {
    const { rongcloud } = await on.addApp({
      settings: {
        rateLimits: {
          enabled: true,
          overrides: {
            'rongcloud:publishPrivateMessage': { points: 2, seconds: 1 },
            'rongcloud:removeChatroomAttributes': { points: 2, seconds: 1 },
          },
        },
      },
    });
    const send = (...toUserId: string[]) => rongcloud.call('publishPrivateMessage', { body: { ...text, toUserId } });
    expect(await send('bob', 'bob', 'cat', 'cat')).toMatchObject({ status: 200 });
    expect(await send('bob')).toMatchObject({ status: 429 });
    const remove = (keys: string[]) =>
      rongcloud.call('batchRemoveChatroomAttributes', { body: { chatroomId: 'r', entryOwnerId: 'ann', entryKeys: JSON.stringify(keys) } });
    expect((await remove(['k0', 'k1', 'k0', 'k1'])).status).toBe(200);
    expect(await remove(['k'])).toMatchObject({ status: 429 });
  });
});

/** The value with the first of each list of ids or words once more at its end; undefined when there is no such list. */
function repeated(api: Api, schema: Schema, value: unknown): unknown {
  const { items, properties = {}, oneOf = [], ...own } = flat(api, schema);
  if (Array.isArray(value)) {
    const listItems = items ?? oneOf.map((one) => flat(api, one)).find((one) => one.items)?.items;
    if (value.every((item) => typeof item !== 'object'))
      return isOfNames(api, items) && !('x-repeats' in own) ? [...value, value[0]] : undefined;
    const inner = value.map((item) => repeated(api, listItems ?? {}, item));
    return inner.every((item) => item === undefined) ? undefined : inner.map((item, index) => item ?? value[index]);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const changed = Object.entries(value).flatMap(([name, item]) => {
    const more = properties[name] && repeated(api, properties[name], item);
    return more === undefined ? [] : [[name, more] as const];
  });
  return changed.length === 0 ? undefined : { ...value, ...Object.fromEntries(changed) };
}

function isOfNames(api: Api, items: Schema = {}): boolean {
  return [flat(api, items).type].flat().every((type) => type === 'string' || type === 'integer');
}

function flat(api: Api, schema: Schema): Schema {
  const { allOf = [], ...own } = api.resolve(schema);
  return Object.assign({}, ...allOf.map((part) => flat(api, part)), own) as Schema;
}

/** What an answer looks like, whatever its ids and times. */
function outline(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(outline);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, name === 'code' ? item : outline(item)]));
}

describe.each(['rongcloud', 'jmessage'] as const)('%s: an example whose lists name something twice does what it does', (dialect) => {
  const api = loadApi(dialect);
  const cases = api.operations.flatMap((operation): [string, ApiOperation, unknown][] => {
    const body = operation.media && repeated(api, operation.media.schema, exampleInput(operation).body);
    return body === undefined ? [] : [[operation.id, operation, body]];
  });

  beforeAll(async () => {
    // The JMessage dialect knows registered users only; a user of the other needs no password, which would take its time.
    const names = new Set(JSON.stringify(cases.map(([, operation]) => exampleInput(operation))).match(/(?<=[:[,]")[a-z]\w{2,20}(?=")/g));
    for (const { rongcloud } of [once, twice]) for (const userId of names) await rongcloud.call('registerUser', { body: { userId } });
  });

  test.each(cases)('%s', async (_, operation, body) => {
    const input = exampleInput(operation);
    const first = await once[dialect].call(operation.id, input);
    const second = await twice[dialect].call(operation.id, { ...input, body });
    expect([second.status, outline(second.body)]).toEqual([first.status, outline(first.body)]);
  });

  test('as many rows are stored', async () => {
    expect(await rowsOf(twice)).toEqual(await rowsOf(once));
  });
});

/** How many rows each table has of the app. */
async function rowsOf({ app }: World): Promise<Record<string, number>> {
  const { db } = on.server.services;
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where column_name = 'app_id' and table_schema = 'public' order by 1`.execute(
    db,
  );
  const counts = tables.map(
    ({ name }) => sql`select ${name}::text as name, count(*)::int as count from ${sql.table(name)} where app_id = ${app.id}`,
  );
  const { rows } = await sql<{ name: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
