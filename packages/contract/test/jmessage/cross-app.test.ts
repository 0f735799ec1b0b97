import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTrustingApp, type OtherApp } from '../support/apps.ts';
import { type Habit, sdkHeaders } from '../support/jmessage-sdks.ts';
import { send } from '../support/jmessage-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';

let on: TestServer;
let other: OtherApp;
let gid: number;
beforeAll(async () => {
  on = await startTestServer();
  other = await addTrustingApp(on);
  await insertUsers(on, 'host', 'java1', 'php1', 'csharp1');
  await other.insertUsers('java1', 'php1', 'csharp1', 'fang');
  gid = await makeGroup();
});
afterAll(() => on.stop());

const added = { status: 201, body: undefined };
const done = { status: 204, body: undefined };
const invalid = { status: 400, body: { error: { code: 899003 } } };
const member = (username: string) => expect.objectContaining({ username, appkey: other.app.key });

async function makeGroup(): Promise<number> {
  const { body } = await on.jmessage.call('createGroup', { body: { owner_username: 'host', name: 'Group' } });
  return (body as { gid: number }).gid;
}

/** What official SDKs send; `{app}` stands for the key of the other app. */
const habits: Habit[] = [
  ['Java', 'POST /v1/cross/groups/{gid}/members', 'one list of two', '[{"appkey":"{app}","add":["java1","fang"]}]', done],
  ['PHP', 'POST /v1/cross/groups/{gid}/members', 'the key as appKey', '[{"appKey":"{app}","add":["php1"]}]', done],
  [
    'C#',
    'POST /v1/cross/groups/{gid}/members',
    'an entry without a list',
    '{\r\n  "add": [\r\n    "csharp1"\r\n  ],\r\n  "appkey": "{app}"\r\n}',
    done,
  ],
  [
    'Java',
    'GET /v1/cross/groups/{gid}/members/',
    'a slash at the end',
    undefined,
    { status: 200, body: [{ username: 'host', flag: 1 }, {}, {}, {}, {}] },
  ],
  ['PHP', 'GET /v1/cross/groups/{gid}/members', 'no slash at the end', undefined, { status: 200, body: [{}, {}, {}, {}, {}] }],
  ['C#', 'GET /v1/cross/users/csharp1/groups', 'no slash at the end', undefined, { status: 200, body: [] }],
  ['Java', 'PUT /v1/groups/owner/{gid}', '/v1 in front, the key as appKey', '{"username":"java1","appKey":"{app}"}', done],
  ['PHP', 'PUT /v1/groups/owner/{gid}', 'no key', '{"username":"host"}', done],
  ['python-new', 'PUT /v1/groups/owner/{gid}', 'no body, a fault of its own', undefined, invalid],
  ['Java', 'PUT /v1/cross/users/java1/blacklist', 'a list', '[{"appkey":"{app}","usernames":["java1","fang"]}]', done],
  ['Java', 'DELETE /v1/cross/users/java1/blacklist', 'a body with DELETE', '[{"appkey":"{app}","usernames":["fang"]}]', done],
  [
    'C#',
    'PUT /v1/cross/users/csharp1/blacklist',
    'names and no app, which nobody can place',
    '[\r\n  "csharp1"\r\n]',
    { status: 400, body: { error: { code: 899003, message: 'parameter invalid: [0] must be an object' } } },
  ],
  [
    'C#',
    'DELETE /v1/cross/users/java1/blacklist',
    'an entry without a list',
    '{\r\n  "appkey": "{app}",\r\n  "usernames": [\r\n    "java1"\r\n  ]\r\n}',
    done,
  ],
  ['PHP', 'GET /v1/cross/users/java1/blacklist', 'no body', undefined, { status: 200, body: [] }],
  [
    'Java',
    'POST /v1/cross/users/java1/nodisturb',
    'the lists that were set',
    '[{"appkey":"{app}","single":{"add":["fang"],"remove":[]}}]',
    done,
  ],
  [
    'PHP',
    'POST /v1/cross/users/php1/nodisturb',
    'null for the list that was not set, and nothing of the other',
    '[{"appkey":"{app}","single":{"remove":null}}]',
    done,
  ],
  ['PHP', 'POST /v1/cross/users/php1/nodisturb', 'null for both', '[{"appkey":"{app}","group":{"add":null,"remove":null}}]', done],
  [
    'C#',
    'POST /v1/cross/users/csharp1/nodisturb',
    'a list too many, null for what is not set',
    '[\r\n  [\r\n    {\r\n      "appkey": "{app}",\r\n      "single": {\r\n        "add": [\r\n          "fang"\r\n        ]\r\n      },\r\n      "group": null\r\n    }\r\n  ]\r\n]',
    done,
  ],
  ['Java', 'POST /v1/cross/users/java1/friends', 'one object', '{"appkey":"{app}","users":["fang","php1"]}', added],
  [
    'C#',
    'DELETE /v1/cross/users/java1/friends',
    'a body with DELETE',
    '{\r\n  "appkey": "{app}",\r\n  "users": [\r\n    "php1"\r\n  ]\r\n}',
    done,
  ],
  [
    'PHP',
    'PUT /v1/cross/users/java1/friends',
    'one note alone, escaped',
    '[{"appkey":"{app}","username":"fang","others":"\\u597d\\u53cb"}]',
    done,
  ],
  ['PHP', 'PUT /v1/cross/users/java1/friends', 'no notes at all, a fault of its own', 'null', invalid],
  ['PHP', 'GET /v1/users/java1/friends', 'no body', undefined, { status: 200, body: [{ username: 'fang', others: '好友' }] }],
  ['C#', 'POST /v1/users/csharp1/friends', 'an indented list', '[\r\n  "php1",\r\n  "java1"\r\n]', added],
  ['Java', 'PUT /v1/users/csharp1/friends', 'both notes', '[{"note_name":"p","others":"q","username":"php1"}]', done],
  [
    'PHP',
    'PUT /v1/users/csharp1/friends',
    'one note alone, null for the other',
    '[{"username":"java1","note_name":"j","others":null}]',
    done,
  ],
  [
    'C#',
    'GET /v1/users/csharp1/friends',
    'no body',
    undefined,
    {
      status: 200,
      body: [
        { note_name: 'p', others: 'q' },
        { username: 'java1', note_name: 'j' },
      ],
    },
  ],
  ['Java', 'DELETE /v1/users/csharp1/friends', 'a body with DELETE', '["php1"]', done],
];

describe('an SDK', () => {
  test.each(habits)('%s, %s: %s', async (sdk, target, _, body, answer) => {
    const filled = (text: string) => text.replaceAll('{gid}', String(gid)).replaceAll('{app}', other.app.key) as typeof target;
    const request = { body: body === undefined ? undefined : filled(body), headers: sdkHeaders[sdk] };
    expect(await send(on.jmessage, filled(target), request)).toMatchObject(answer);
  });
});

describe('the app of an entry', () => {
  const members = async (group: number) => (await on.jmessage.call('listCrossGroupMembers', { path: { gid: group } })).body;

  test('is named in any case, with blanks around it', async () => {
    const group = await makeGroup();
    for (const [username, appkey] of [
      ['java1', other.app.key.toUpperCase()],
      ['php1', ` ${other.app.key}\t\n`],
    ]) {
      const body = [{ appkey, add: [username] }];
      expect(await on.jmessage.call('changeCrossGroupMembers', { path: { gid: group }, body })).toMatchObject(done);
    }
    expect(await members(group)).toEqual([expect.anything(), member('java1'), member('php1')]);
  });

  test('may be the own one, in whatever spelling', async () => {
    const group = await makeGroup();
    const body = [{ appkey: ` ${on.app.key.toUpperCase()} `, add: ['java1'] }];
    expect(await on.jmessage.call('changeCrossGroupMembers', { path: { gid: group }, body })).toMatchObject(done);
    expect(await members(group)).toEqual([expect.anything(), expect.objectContaining({ username: 'java1', appkey: on.app.key })]);
  });

  test('has to be named, also when it is null', async () => {
    for (const body of ['[{"add":["java1"]}]', '[{"appkey":null,"add":["java1"]}]', '{"add":["java1"]}']) {
      const answer = await send(on.jmessage, `POST /v1/cross/groups/${gid}/members`, { body });
      expect(answer).toMatchObject({
        status: 400,
        body: { error: { code: 899003, message: expect.stringMatching(/appkey is required$/) } },
      });
    }
  });

  test('counts in the calls of this section only', async () => {
    const entry = { appkey: other.app.key, add: ['fang'] };
    const answer = await on.jmessage.call('changeGroupMembers', { path: { gid }, body: entry });
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 899002 } } });
  });
});

test('what is wrong is named with its place', async () => {
  const appkey = other.app.key;
  const wrong: [string, unknown, string][] = [
    [
      'changeCrossGroupMembers',
      [
        { appkey, add: ['a'] },
        { appkey, add: ['a', 7.5] },
      ],
      '[1].add[1] must be text',
    ],
    ['changeCrossGroupMembers', { appkey, remove: 'a' }, 'remove must be a list'],
    ['addCrossFriends', { appkey, users: ['a', 'b,c'] }, 'users[1] must be a username, which holds no comma and no control character'],
    ['addCrossFriends', [{ appkey, users: [] }], '[0].users must have at least 1 item'],
    ['setCrossDoNotDisturb', [[{ appkey, group: { add: [0] } }]], '[0][0].group.add[0] must be at least 1'],
    ['setCrossFriendNotes', [{ appkey, username: 'fang', note_name: 'x'.repeat(65) }], '[0].note_name must have 0 to 64 bytes'],
    ['addToCrossBlacklist', [{ appkey: 'x'.repeat(251), usernames: ['a'] }], '[0].appkey must have 1 to 250 bytes'],
  ];
  for (const [operationId, body, message] of wrong) {
    const { status, body: answer } = await on.jmessage.call(operationId, { path: { gid, username: 'host' }, body });
    expect([status, (answer as { error: { message: string } }).error.message]).toEqual([400, expect.stringContaining(message)]);
  }
});

test('text that no database takes, deep nesting and lists without end are refused', async () => {
  const appkey = other.app.key;
  for (const body of [
    `[{"appkey":"${appkey}","usernames":["a\\u0000"]}]`,
    `[{"appkey":"\\u0000","usernames":["a"]}]`,
    `[{"appkey":"${appkey}","usernames":["\\ud800"]}]`,
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    `${'{"appkey":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    JSON.stringify(Array(501).fill({ appkey, usernames: ['fang'] })),
    JSON.stringify([{ appkey, usernames: Array(501).fill('fang') }]),
  ]) {
    expect(await send(on.jmessage, 'PUT /v1/cross/users/host/blacklist', { body })).toMatchObject(invalid);
  }
});
