import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../src/api.ts';
import { errorCode } from '../src/check.ts';
import { type Api, type ApiOperation, exampleInput, loadApi, parameterErrors } from '../src/index.ts';
import { urlOf } from '../src/request.ts';
import { startTestServer, type TestServer } from './support/server.ts';
import { insertUsers } from './support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const dialects = ['rongcloud', 'jmessage'] as const;

/** Sends a body as it is written: what a number looks like is the question here. */
async function send(dialect: (typeof dialects)[number], target: `${string} ${string}`, body: string) {
  const [method = '', path = ''] = target.split(' ');
  const headers = { ...(await on[dialect].credentials()), 'Content-Type': 'application/json' };
  return on[dialect].fetch(path, { method, headers, body: Buffer.from(body) });
}

/** Names of the fields that are text in the document, and nothing else. */
function textFields(api: Api, given: Schema): string[] {
  const schema = api.resolve(given);
  const alternatives = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
  const own = Object.entries(schema.properties ?? {}).filter(([, property]) => isText(api, property));
  return [...own.map(([name]) => name), ...alternatives.flatMap((part) => textFields(api, part))];
}

function isText(api: Api, given: Schema): boolean {
  const { type, allOf = [] } = api.resolve(given);
  return type === 'string' || allOf.some((part) => isText(api, part));
}

/** The body of the example with other JSON in the place of a field. */
function bodyWith(operation: ApiOperation, field: string, json: string): string {
  const { body } = exampleInput(operation);
  const [entry] = [body].flat();
  const text = JSON.stringify({ ...(entry as object), [field]: 'MARK' }).replace('"MARK"', json);
  return Array.isArray(body) ? `[${text}]` : text;
}

describe.each(dialects)('%s: where the document has text', (dialect) => {
  const api = loadApi(dialect);
  const cases = api.operations
    .filter(({ media, mediaType }) => media && mediaType !== 'multipart/form-data')
    .map((operation) => [operation.id, operation, [...new Set(textFields(api, operation.media!.schema))]] as const)
    .filter(([, , fields]) => fields.length > 0);

  test.each(cases)('%s takes an integer as its digits, and no fraction', async (_, operation, fields) => {
    const target = `${operation.method} ${urlOf(operation, exampleInput(operation))}` as const;
    const refusalOf = async (field: string, json: string) => {
      const { body } = await send(dialect, target, bodyWith(operation, field, json));
      return parameterErrors(api).includes(errorCode(api, body)!) ? JSON.stringify(body) : '';
    };
    for (const field of fields) {
      for (const digits of ['123', '12345678901234567890']) {
        // What is wrong with the digits themselves, such as that they are no date, is wrong with them as text too.
        const asText = await refusalOf(field, `"${digits}"`);
        expect([field, digits, [asText, ''].includes(await refusalOf(field, digits).then(withoutRepeats))]).toEqual([field, digits, true]);
      }
      for (const wrong of ['1.0', '1e3', 'true'])
        expect([field, wrong, await refusalOf(field, wrong)]).toEqual([field, wrong, expect.stringMatching(/must be text/)]);
    }
  });
});

/** The second call with the same number against repeats is refused for that. */
function withoutRepeats(refusal: string): string {
  return refusal.includes('was used by this sender') ? '' : refusal;
}

describe('an id of digits that comes as a number is the user, group or chatroom of that name', () => {
  test('in the RongCloud dialect, also in lists and whatever its length', async () => {
    for (const id of ['123', '9007199254740993', '12345678901234567890'])
      expect(await send('rongcloud', 'POST /user/getToken.json', `{"userId":${id}}`)).toMatchObject({ body: { code: 200, userId: id } });
    expect(
      await send('rongcloud', 'POST /group/create.json', '{"groupId":7,"groupName":8,"userId":[123,"124",9007199254740993]}'),
    ).toMatchObject({ status: 200 });
    const members = await on.rongcloud.call('listGroupMembers', { body: { groupId: '7' } });
    expect(members).toMatchObject({ body: { users: [{ id: '123' }, { id: '124' }, { id: '9007199254740993' }] } });
  });

  test('in the JMessage dialect, also in lists and in the body of a message', async () => {
    await insertUsers(on, '55555', '66666');
    const message = '"version":1,"target_type":"single","target_id":66666,"from_type":"user","from_id":55555,"msg_type":"text"';
    expect(await send('jmessage', 'POST /v1/messages', `{${message},"msg_body":{"text":77}}`)).toMatchObject({ status: 201 });
    expect(await send('jmessage', 'PUT /v1/users/55555/blacklist', '[66666]')).toMatchObject({ status: 204 });
    expect(await on.jmessage.call('getBlacklist', { path: { username: '55555' } })).toMatchObject({ body: [{ username: '66666' }] });
    expect(await send('jmessage', 'PUT /v1/users/55555', '{"nickname":1}')).toMatchObject({ status: 204 });
  });

  test('and what is no text in the document stays as it is', async () => {
    const message = '"version":1,"target_type":"single","target_id":66666,"from_type":"user","from_id":66666,"msg_type":"custom"';
    expect(await send('jmessage', 'POST /v1/messages', `{${message},"msg_body":{"n":5,"f":1.0,"t":true}}`)).toMatchObject({ status: 201 });
    expect(await send('jmessage', 'PUT /v1/users/55555', '{"extras":{"n":5,"deep":[1.5,true]},"gender":1.0}')).toMatchObject({
      status: 204,
    });
    expect(await on.jmessage.call('getUser', { path: { username: '55555' } })).toMatchObject({
      body: { extras: { n: 5, deep: [1.5, true] }, gender: 1 },
    });
  });

  test('the refusal names the field', async () => {
    const body = { code: 1002, errorMessage: 'userId[1] must be text.' };
    expect(await send('rongcloud', 'POST /user/block.json', '{"userId":["a",1.5],"minute":1}')).toMatchObject({ status: 400, body });
    const refused = { error: { code: 899003, message: expect.stringMatching(/^parameter invalid: username must be text$/) } };
    const users = '[{"username":true,"password":"pass"},{"username":77777,"password":1234}]';
    expect(await send('jmessage', 'POST /v1/users', users)).toMatchObject({ status: 201, body: [refused, { username: '77777' }] });
  });
});
