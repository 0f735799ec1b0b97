import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Habit, sdkHeaders } from '../support/jmessage-sdks.ts';
import { send } from '../support/jmessage-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const created = { status: 201 };
const done = { status: 204, body: undefined };
const invalid = { status: 400, body: { error: { code: 899003 } } };
const unset = '"nickname":null,"avatar":null,"birthday":null,"signature":null,"gender":0,"region":null,"address":null,"extras":null';

const userHabits: Habit[] = [
  [
    'Java',
    'POST /v1/users',
    'no slash at the end',
    '[{"username":"java1","password":"pass1"}]',
    { status: 201, body: [{ username: 'java1' }] },
  ],
  ['PHP', 'POST /v1/users/', 'a slash at the end', '[{"username":"php1","password":"pass1"}]', created],
  ['Python', 'POST /v1/users/', 'charset with a colon', '[{"username":"python1","password":"pass1"}]', created],
  ['C#', 'POST /v1/users', 'null for what is not set', `[{"username":"csharp1","password":"pass1",${unset}}]`, created],
  ['ts', 'POST /v1/users/', 'no content type', '[{"username":"type1","password":"pass1"}]', created],
  ['Java', 'POST /v1/admins', 'an object', '{"username":"boss","password":"pass1"}', { status: 201, body: undefined }],
  ['python-new', 'POST /v1/admins/', 'a list of one', '[{"username":"boss2","password":"pass1"}]', { status: 201, body: undefined }],
  [
    'PHP',
    'GET /v1/admins/?start=0&count=10',
    'a slash before the query',
    undefined,
    { status: 200, body: { total: 2, start: 0, count: 2 } },
  ],
  [
    'Java',
    'GET /v1/users?start=0&count=2',
    'a content type without a body',
    undefined,
    { status: 200, body: { total: 7, start: 0, count: 2 } },
  ],
  [
    'Python',
    'GET /v1/users/?start=5&count=500',
    'charset with a colon, no body',
    undefined,
    { status: 200, body: { total: 7, start: 5, count: 2 } },
  ],
  ['Python', 'GET /v1/users/java1', 'charset with a colon, no body', undefined, { status: 200, body: { username: 'java1' } }],
  ['C#', 'PUT /v1/users/csharp1', 'name and password, which change nothing', `{"username":"other","password":"other",${unset}}`, done],
  ['Go', 'PUT /v1/users/java1', 'a number as text, which no official SDK sends', '{"gender":"1"}', invalid],
  ['Java', 'PUT /v1/users/java1/password', 'JSON', '{"new_password":"pass2"}', done],
  ['Java', 'GET /v1/users/java1/userstat', 'no body', undefined, { status: 200, body: { login: false, online: false } }],
  ['C#', 'POST /v1/users/userstat', 'a list', '["java1"]', { status: 200, body: [{ username: 'java1', devices: [] }] }],
  ['PHP', 'PUT /v1/users/java1/blacklist', 'a list', '["php1"]', done],
  ['Java', 'DELETE /v1/users/java1/blacklist', 'a body with DELETE', '["php1"]', done],
  ['ts', 'PUT /v1/users/java1/blacklist', 'no body, a fault of its own', undefined, invalid],
  ['Java', 'POST /v1/users/java1/nodisturb', 'no global when it is 0', '{"single":{"add":["php1"]}}', done],
  ['PHP', 'POST /v1/users/java1/nodisturb', 'global 1', '{"global":1}', done],
  ['C#', 'POST /v1/users/csharp1/nodisturb', 'global 0 where it never was 1', '{"global":0}', done],
  ['C#', 'PUT /v1/users/php1/forbidden?disable=True', 'a capital, an empty object', '{}', done],
  ['C#', 'PUT /v1/users/php1/forbidden?disable=False', 'a capital, an empty body', '', done],
  ['Java', 'PUT /v1/users/php1/forbidden?disable=true', 'no body', undefined, done],
  ['C#', 'DELETE /v1/users/type1', 'an empty body', '', done],
  ['python-new', 'DELETE /v1/users/', 'a body with DELETE', '["python1"]', { status: 200 }],
];

const groupHabits: Habit[] = [
  [
    'Java',
    'POST /v1/groups',
    'flag 0 when none was chosen',
    '{"owner_username":"java1","name":"java","members_username":["php1"],"desc":"d","flag":0}',
    { status: 201, body: { gid: expect.any(Number), owner_username: 'java1', members_username: ['php1'] } },
  ],
  [
    'PHP',
    'POST /v1/groups/',
    'null and an empty list for what is not given',
    '{"owner_username":"java1","name":"php","members_username":[],"avatar":null,"desc":null,"flag":null}',
    { status: 201, body: { members_username: [] } },
  ],
  [
    'C#',
    'POST /v1/groups/',
    'members under item, where nobody sees them',
    '{"owner_username":"java1","name":"csharp","item":["php1"],"avatar":null,"desc":null,"flag":1}',
    { status: 201, body: { members_username: [] } },
  ],
  ['Java', 'GET /v1/groups?start=0&count=2', 'as many as asked for', undefined, { status: 200, body: { total: 4, count: 2 } }],
  [
    'C#',
    'PUT /v1/groups/{gid}',
    'its whole object',
    '{"gid":1,"owner_username":"other","name":"renamed","desc":null,"avatar":null,"flag":1}',
    done,
  ],
  ['Java', 'POST /v1/groups/{gid}/members', 'an empty list for the other side', '{"add":["csharp1"],"remove":[]}', done],
  ['Python', 'POST /v1/groups/{gid}/members', 'add alone', '{"add":["boss"]}', done],
  [
    'Java',
    'GET /v1/groups/{gid}/members',
    'no slash at the end',
    undefined,
    { status: 200, body: [{ username: 'java1', flag: 1 }, {}, {}] },
  ],
  ['Python', 'GET /v1/groups/{gid}/members/', 'a slash at the end', undefined, { status: 200, body: [{ username: 'java1' }, {}, {}] }],
  ['PHP', 'GET /v1/users/csharp1/groups', 'no slash at the end', undefined, { status: 200, body: [{ name: 'renamed' }] }],
  ['Python', 'GET /v1/users/csharp1/groups/', 'a slash at the end', undefined, { status: 200, body: [{ name: 'renamed' }] }],
  ['PHP', 'POST /v1/users/csharp1/groupsShield', 'one key', '{"add":[{gid}]}', done],
  ['C#', 'POST /v1/users/csharp1/groupsShield', 'one key', '{"remove":[{gid}]}', done],
  ['Java', 'PUT /v1/groups/messages/{gid}/silence?status=true', '/v1 in front', '["csharp1"]', done],
  ['python-new', 'PUT /v1/groups/messages/{gid}/silence?status=False', 'a capital', '["csharp1"]', done],
  ['PHP', 'POST /v1/users/csharp1/nodisturb', 'gids as numbers', '{"group":{"add":[{gid}]}}', done],
];

const text = '"version":1,"from_type":"admin","from_id":"boss","msg_type":"text","msg_body":{"text":"hi"}';
const sent = { status: 201, body: { msg_id: expect.any(Number), msg_ctime: expect.any(Number) } };

const messageHabits: Habit[] = [
  ['Java', 'POST /v1/messages', 'no flags when false', `{${text},"target_type":"single","target_id":"java1"}`, sent],
  ['Java', 'POST /v1/messages', 'a gid as text', `{${text},"target_type":"group","target_id":"{gid}"}`, sent],
  ['PHP', 'POST /v1/messages', 'a gid as a number', `{${text},"target_type":"group","target_id":{gid}}`, sent],
  [
    'C#',
    'POST /v1/messages',
    'both flags always',
    `{${text},"target_type":"single","target_id":"java1","no_offline":false,"no_notification":false}`,
    sent,
  ],
  ['python-new', 'POST /v1/messages/', 'a slash at the end', `{${text},"target_type":"single","target_id":"java1"}`, sent],
  [
    'PHP',
    'POST /v1/messages',
    'null for what is not given',
    `{${text},"target_type":"single","target_id":"java1","notification":null}`,
    sent,
  ],
  ['Java', 'POST /v1/messages/boss/1/retract', 'no body', undefined, done],
  ['C#', 'POST /v1/messages/boss/2/retract', 'an empty body', '', done],
  ['python-new', 'POST /v1/messages/boss/3/retract', 'a body that nobody asked for', '{"username":"boss","msgid":3}', done],
  ['ts', 'POST /v1/messages/boss/4/retract', 'an empty object', '{}', done],
];

const listed = (...names: string[]) => ({ status: 200, body: { words: names.map((name) => ({ name })) } });

const wordHabits: Habit[] = [
  ['Java', 'POST /v1/sensitiveword', 'no slash at the end', '["java1","FUCK"]', done],
  ['PHP', 'POST /v1/sensitiveword', 'escaped letters', '["\\u8d4c\\u535a"]', done],
  ['C#', 'POST /v1/sensitiveword', 'a list', '["csharp1"]', done],
  ['python-new', 'POST /v1/sensitiveword/', 'a slash at the end', '["python1"]', done],
  ['ts', 'POST /v1/sensitiveword/', 'no content type', '["type1","type2"]', done],
  ['Java', 'PUT /v1/sensitiveword', 'the new word first', '{"new_word":"fuck","old_word":"FUCK"}', done],
  ['PHP', 'PUT /v1/sensitiveword', 'the new word first', '{"new_word":"php1","old_word":"\\u8d4c\\u535a"}', done],
  ['Java', 'DELETE /v1/sensitiveword', 'an object with DELETE', '{"word":"java1"}', done],
  ['PHP', 'DELETE /v1/sensitiveword', 'an object with DELETE', '{"word":"php1"}', done],
  ['C#', 'DELETE /v1/sensitiveword', 'an object with DELETE', '{"word":"csharp1"}', done],
  ['ts', 'DELETE /v1/sensitiveword/', 'a list', '["type1"]', done],
  ['Java', 'GET /v1/sensitiveword?start=0&count=2000', 'the largest page', undefined, listed('fuck', 'python1', 'type2')],
  ['python-new', 'GET /v1/sensitiveword/?start=1&count=200', 'a slash before the query', undefined, listed('python1', 'type2')],
  ['Java', 'PUT /v1/sensitiveword/status?status=0', 'no body', undefined, done],
  ['Java', 'GET /v1/sensitiveword/status', 'no body', undefined, { status: 200, body: { status: 0 } }],
  ['PHP', 'PUT /v1/sensitiveword/status?status=1', 'an empty body', '', done],
  ['C#', 'PUT /v1/sensitiveword/status?status=1', 'an empty body', '', done],
  ['ts', 'PUT /v1/sensitiveword/status', 'the status in the body', '{"status":0}', done],
  ['PHP', 'GET /v1/sensitiveword/status', 'no body', undefined, { status: 200, body: { status: 0 } }],
];

const registrationHabits: Habit[] = [
  ['python-new', 'PUT /v1/sdkregister/status?status=0', '/v1 in front', undefined, done],
  ['python-new', 'GET /v1/sdkregister/status', '/v1 in front', undefined, { status: 200, body: { status: 0 } }],
  ['ts', 'PUT /v1/sdkregister/status', 'the status in the body', '{"status":1}', done],
  ['ts', 'GET /v1/sdkregister/status', 'no content type', undefined, { status: 200, body: { status: 1 } }],
];

const roomMade = { status: 201, body: { chatroom_id: expect.any(Number) } };
const shown = { status: 200, body: [{ id: expect.any(Number), owner_username: 'java1', total_member_count: 1 }] };

const chatroomHabits: Habit[] = [
  [
    'Java',
    'POST /v1/chatroom',
    'a flag that nobody documents',
    '{"name":"java","owner_username":"java1","members_username":["php1"],"description":"d","flag":0}',
    roomMade,
  ],
  [
    'PHP',
    'POST /v1/chatroom/',
    'no list when it is empty, escapes for what is not ASCII',
    String.raw`{"name":"\u804a\u5929\u5ba4","owner_username":"java1"}`,
    roomMade,
  ],
  [
    'C#',
    'POST /v1/chatroom/',
    'an id, which it may hold from before',
    '{"Id":10001654,"name":"csharp","owner_username":"java1","description":"d","members_username":["php1"]}',
    roomMade,
  ],
  ['Java', 'POST /v1/chatroom/batch', 'numbers', '[{room}]', shown],
  ['PHP', 'POST /v1/chatroom/batch', 'a text where PHP has one', '["{room}"]', shown],
  ['C#', 'POST /v1/chatroom/batch', 'lines', '[\r\n  {room}\r\n]', shown],
  ['Java', 'GET /v1/users/php1/chatroom', 'a content type without a body', undefined, { status: 200, body: [{ name: 'java' }, {}] }],
  ['C#', 'GET /v1/chatroom?start=0&count=1', 'no body', undefined, { status: 200, body: { total: 4, start: 0, count: 1 } }],
  ['PHP', 'GET /v1/chatroom/?start=2&count=10', 'a slash before the query', undefined, { status: 200, body: { total: 4, count: 2 } }],
  [
    'Java',
    'PUT /v1/chatroom/{room}',
    'all three, the owner the present one',
    '{"owner_username":"java1","name":"a","description":""}',
    done,
  ],
  ['PHP', 'PUT /v1/chatroom/{room}', 'any of the three', '{"description":"php"}', done],
  [
    'C#',
    'PUT /v1/chatroom/{room}',
    'its whole object',
    '{"Id":{room},"name":"b","owner_username":"java1","members_username":["php1"],"ctime":"2018-01-01 00:00:00","flag":1,"max_member_count":1,"total_member_count":9}',
    done,
  ],
  ['Java', 'PUT /v1/chatroom/{room}/members', 'a list', '["php1","csharp1"]', done],
  ['C#', 'PUT /v1/chatroom/{room}/members', 'lines', '[\r\n  "php1",\r\n  "boss"\r\n]', done],
  [
    'Java',
    'PUT /v1/chatroom/{room}/members',
    'its own Members, which has no text',
    'cn.jmessage.api.common.model.Members@1b6d3586',
    invalid,
  ],
  ['Java', 'PUT /v1/chatroom/{room}/forbidden/php1?status=1', 'no body', undefined, done],
  ['C#', 'PUT /v1/chatroom/{room}/forbidden/csharp1?status=1', 'an empty body', '', done],
  ['PHP', 'PUT /v1/chatroom/{room}/forbidden/php1?status=0', 'no body', undefined, done],
  [
    'Java',
    'GET /v1/chatroom/{room}/members?start=0&count=2',
    'who came last first',
    undefined,
    {
      status: 200,
      body: {
        total: 4,
        users: [
          { username: 'boss', flag: 0 },
          { username: 'csharp1', flag: 1 },
        ],
        start: 0,
        count: 2,
      },
    },
  ],
  ['Java', 'POST /v1/messages', 'the id of a chat room as text', `{${text},"target_type":"chatroom","target_id":"{room}"}`, sent],
  ['PHP', 'POST /v1/messages', 'the id of a chat room as a number', `{${text},"target_type":"chatroom","target_id":{room}}`, sent],
  ['PHP', 'DELETE /v1/chatroom/{room}/members', 'a body with DELETE', '["php1"]', done],
  ['Java', 'DELETE /v1/chatroom/{room}/members', 'a body with DELETE', '["csharp1"]', done],
  ['C#', 'DELETE /v1/chatroom/{room}/members', 'no list, a fault of its own', undefined, invalid],
  ['C#', 'DELETE /v1/chatroom/{room}', 'an empty body', '', done],
];

const week = 'begin_time=2026-01-25+00%3A00%3A00&end_time=2026-01-31+23%3A59%3A59';
/** Those of the rows above that are not retracted. */
const history = { status: 200, body: { total: 4, count: 4 } };

const historyHabits: Habit[] = [
  ['Java', `GET /v2/messages?count=1000&${week}`, 'a plus for the blank', undefined, history],
  ['PHP', `GET /v2/messages?count=500&${week}`, 'a plus for the blank', undefined, history],
  ['C#', `GET /v2/messages?count=10&${week.replaceAll('+', '%20').replaceAll('%3A', ':')}`, 'colons as they are', undefined, history],
  ['python-new', `GET /v2/messages/?count=10&${week}`, 'a slash before the query', undefined, history],
  ['Java', `GET /v2/users/boss/messages?count=1000&${week}`, 'a sender', undefined, history],
  ['Java', 'GET /v2/messages?cursor=made-up', 'a cursor alone', undefined, invalid],
  ['Java', `GET /v2/groups/{gid}/messages?count=1000&${week}`, 'a group', undefined, { status: 200, body: { total: 0, messages: [] } }],
];

let on: TestServer;
let gid: number;
let room: number;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

describe.each([
  ['user', userHabits],
  ['group', groupHabits],
  ['message', messageHabits],
  ['sensitive word', wordHabits],
  ['client registration', registrationHabits],
  ['chatroom', chatroomHabits],
  ['history', historyHabits],
])('%s', (section, habits) => {
  beforeAll(async () => {
    const make = async (operationId: string) =>
      (await on.jmessage.call(operationId, { body: { owner_username: 'java1', name: section } })).body as never;
    if (section === 'group') ({ gid } = await make('createGroup'));
    if (section === 'chatroom') ({ chatroom_id: room } = await make('createChatroom'));
  });

  test.each(habits)('%s, %s: %s', async (sdk, target, _, body, answer) => {
    const fill = (text: string) => text.replaceAll('{gid}', String(gid)).replaceAll('{room}', String(room)) as typeof target;
    const request = { body: body === undefined ? undefined : fill(body), headers: sdkHeaders[sdk] };
    expect(await send(on.jmessage, fill(target), request)).toMatchObject(answer);
  });
});
