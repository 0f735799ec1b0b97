import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemConversation } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { conversationMessages } from '../support/messages.ts';
import { expectAnswered, type Habit } from '../support/sdk-habits.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const text = encodeURIComponent('{"content":"hi"}');
const fromAnn = `fromUserId=ann&objectName=RC%3ATxtMsg&content=${text}`;
const uid = expect.any(String);
const toUsers = (...userIds: string[]) => ({ code: 200, messageUIDs: userIds.map((userId) => ({ userId, messageUID: uid })) });
const toGroups = (...groupIds: string[]) => ({ code: 200, messageUIDs: groupIds.map((groupId) => ({ groupId, messageUID: uid })) });
const toRooms = (...roomIds: string[]) => ({ code: 200, messageUIDs: roomIds.map((chatroomId) => ({ chatroomId, messageUID: uid })) });

const privateTemplate = '/message/private/publish_template.json';
const systemTemplate = '/message/system/publish_template.json';
/** Two templates as the SDKs write them: JSON text inside the JSON body. */
const goTemplate = '"{\\"content\\":\\"{c}{d}\\",\\"user\\":{\\"id\\":\\"\\",\\"name\\":\\"\\"},\\"extra\\":\\"\\"}"';
const phpTemplate = '"{\\"content\\":\\"{name}, \\\\u6210\\\\u7ee9 {score}\\"}"';

const templates: Habit[] = [
  [
    'Go v3',
    privateTemplate,
    'keys in alphabetical order, every option, flags as numbers',
    `{"busChannel":"","content":${goTemplate},"contentAvailable":0,"disablePush":false,"fromUserId":"ann","isCounted":1,"objectName":"RC:TxtMsg","pushContent":["hello {c}","hello {c}"],"pushData":["",""],"toUserId":["go1","go2"],"values":[{"{c}":"Tom","{d}":":2"},{"{c}":"Jerry","{d}":":5"}],"verifyBlacklist":0}`,
    toUsers('go1', 'go2'),
  ],
  [
    'Go v3',
    privateTemplate,
    'null for data never filled',
    `{"content":${goTemplate},"contentAvailable":0,"disablePush":false,"fromUserId":"ann","objectName":"RC:TxtMsg","pushContent":[""],"pushData":[""],"toUserId":["go3"],"values":[null],"verifyBlacklist":0}`,
    toUsers('go3'),
  ],
  [
    'Go v4',
    privateTemplate,
    'a boolean as text',
    `{"content":${goTemplate},"disableUpdateLastMsg":"true","fromUserId":"ann","objectName":"RC:TxtMsg","pushContent":[""],"pushData":[""],"toUserId":["go4"],"values":[{}]}`,
    toUsers('go4'),
  ],
  [
    'Java',
    privateTemplate,
    'only what is set, a boolean, a long number',
    `{"fromUserId":"ann","toUserId":["java1"],"content":"{\\"content\\":\\"{c}\\"}","values":[{"{c}":"1"}],"objectName":"RC:TxtMsg","pushContent":["hi"],"pushData":["{}"],"pushExt":["{\\"title\\":\\"t\\"}"],"verifyBlacklist":1,"contentAvailable":1,"msgRandom":9223372036854775807,"disablePush":true,"disableUpdateLastMsg":true}`,
    toUsers('java1'),
  ],
  [
    'Java',
    privateTemplate,
    'null for a push that is not set, empty lists for no push',
    `{"fromUserId":"ann","toUserId":["java2"],"content":"{\\"content\\":\\"{c}\\"}","values":[{"{c}":"1"}],"objectName":"RC:TxtMsg","pushContent":[null],"pushData":[]}`,
    toUsers('java2'),
  ],
  [
    'PHP',
    privateTemplate,
    'escaped letters, numeric ids as numbers, an empty list for no data',
    `{"fromUserId":"ann","objectName":"RC:TxtMsg","content":${phpTemplate},"toUserId":[2192,"php1"],"values":[{"{name}":"\\u5c0f\\u660e","{score}":90},[]],"pushData":["",""],"pushContent":["{name}","{name}"]}`,
    toUsers('2192', 'php1'),
  ],
  [
    'Node',
    privateTemplate,
    'null for push data that is not set',
    `{"fromUserId":"ann","objectName":"RC:TxtMsg","content":"{\\"content\\":\\"{name}\\"}","toUserId":["node1"],"values":[{"{name}":"x"}],"pushContent":["{name}"],"pushData":[null]}`,
    toUsers('node1'),
  ],
  [
    'Go v3',
    systemTemplate,
    'a list that has no effect',
    `{"content":${goTemplate},"contentAvailable":0,"disablePush":false,"fromUserId":"__system__","objectName":"RC:TxtMsg","pushContent":["",""],"pushData":["",""],"toUserId":["go1","go2"],"values":[{"{c}":"Tom"},{"{c}":"Jerry"}],"verifyBlacklist":0}`,
    toUsers('go1', 'go2'),
  ],
  [
    'Java',
    systemTemplate,
    'a number against repeats',
    `{"fromUserId":"__system__","toUserId":["java1"],"content":"{\\"content\\":\\"{c}\\"}","values":[{"{c}":"1"}],"objectName":"RC:TxtMsg","pushContent":["hi"],"contentAvailable":1,"msgRandom":-1,"disableUpdateLastMsg":false}`,
    toUsers('java1'),
  ],
  [
    'PHP',
    systemTemplate,
    'push data filled in',
    `{"fromUserId":"__system__","objectName":"RC:TxtMsg","content":${phpTemplate},"toUserId":["php1"],"values":[{"{name}":"A","{score}":"9"}],"pushData":[""],"pushContent":["{name}"]}`,
    toUsers('php1'),
  ],
  [
    'Node',
    systemTemplate,
    'null for push texts that are not set',
    `{"fromUserId":"__system__","objectName":"RC:TxtMsg","content":"{\\"content\\":\\"{name}\\"}","toUserId":["node1"],"values":[{"{name}":"x"}],"pushContent":[null],"pushData":[null]}`,
    toUsers('node1'),
  ],
];

const statusMessages: Habit[] = [
  [
    'Java',
    '/statusmessage/private/publish.json',
    'flags of stored messages',
    `fromUserId=ann&toUserId=bob&toUserId=cat&objectName=RC%3ATxtMsg&content=${text}&verifyBlacklist=0&isIncludeSender=1&isPersisted=0&isCounted=0&msgRandom=17`,
    toUsers('bob', 'cat'),
  ],
  [
    'Go v3',
    '/statusmessage/private/publish.json',
    'a count that has no effect',
    `${fromAnn}&toUserId=bob&verifyBlacklist=0&isIncludeSender=0&isCounted=1`,
    toUsers('bob'),
  ],
  ['PHP', '/statusmessage/private/publish.json', 'what its caller gives', `${fromAnn}&toUserId=bob&isIncludeSender=`, toUsers('bob')],
  [
    'Java',
    '/statusmessage/group/publish.json',
    'flags of stored messages',
    `fromUserId=ann&toGroupId=g1&toGroupId=g2&objectName=RC%3ATxtMsg&content=${text}&verifyBlacklist=0&isIncludeSender=0&isPersisted=0&isCounted=0`,
    toGroups('g1', 'g2'),
  ],
  [
    'Go v3',
    '/statusmessage/group/publish.json',
    'a list that has no effect',
    `${fromAnn}&toGroupId=g1&verifyBlacklist=1&isIncludeSender=0`,
    toGroups('g1'),
  ],
];

const chatroomMessages: Habit[] = [
  [
    'Java',
    '/message/chatroom/publish.json',
    'a priority and a number against repeats',
    `fromUserId=ann&toChatroomId=r1&toChatroomId=r2&objectName=RC%3ATxtMsg&content=${text}&isPersisted=1&isIncludeSender=0&msgRandom=18&priority=2`,
    toRooms('r1', 'r2'),
  ],
  ['Go v3', '/message/chatroom/publish.json', 'no isIncludeSender when it is 0', `${fromAnn}&toChatroomId=r1&isPersisted=0`, toRooms('r1')],
  [
    'PHP',
    '/message/chatroom/publish.json',
    'the target last',
    `objectName=RC%3ATxtMsg&content=${text}&fromUserId=ann&toChatroomId=r1`,
    toRooms('r1'),
  ],
  ['Node', '/message/chatroom/publish.json', 'a list before the rest', `toChatroomId=r1&toChatroomId=r2&${fromAnn}`, toRooms('r1', 'r2')],
  ['Java', '/message/chatroom/broadcast.json', 'no list of ids comes back', `${fromAnn}&isIncludeSender=1`, { code: 200 }],
  ['Go v3', '/message/chatroom/broadcast.json', 'isIncludeSender as given, or none', `${fromAnn}`, { code: 200 }],
  ['PHP', '/message/chatroom/broadcast.json', 'the sender last', `objectName=RC%3ATxtMsg&content=${text}&fromUserId=ann`, { code: 200 }],
];

const systemMessages: Habit[] = [
  [
    'Go v3',
    '/message/system/publish.json',
    'every option, even empty',
    `fromUserId=__system__&toUserId=bob&toUserId=cat&objectName=RC%3ATxtMsg&content=${text}&pushData=&pushContent=&count=0&isPersisted=1&contentAvailable=0&disablePush=false&isCounted=1&busChannel=`,
    toUsers('bob', 'cat'),
  ],
  [
    'Java',
    '/message/system/publish.json',
    'booleans as words',
    `fromUserId=__system__&toUserId=bob&objectName=RC%3ATxtMsg&content=${text}&pushContent=p&pushExt=%7B%7D&isPersisted=0&isCounted=1&contentAvailable=1&disablePush=true&msgRandom=19&disableUpdateLastMsg=true`,
    toUsers('bob'),
  ],
  [
    'PHP',
    '/message/system/publish.json',
    'one recipient',
    `objectName=RC%3ATxtMsg&content=${text}&disablePush=1&fromUserId=__system__&toUserId=bob`,
    toUsers('bob'),
  ],
  [
    'PHP',
    '/message/system/publish.json',
    'several recipients: the sender by another name',
    `senderId=__system__&toUserId=bob&toUserId=cat&objectName=RC%3ATxtMsg&content=${text}&targetId=bob`,
    { code: 1002, errorMessage: 'fromUserId is required.' },
  ],
];

describe.each([
  ['templates', templates],
  ['status messages', statusMessages],
  ['chatroom messages', chatroomMessages],
  ['system messages', systemMessages],
])('%s', (_, habits) => {
  test.each(habits)('%s, %s: %s', (...habit) => expectAnswered(on, habit));
});

describe('what the templates became', () => {
  const contentTo = async (userId: string) => (await conversationMessages(on, 'ann', userId)).map(({ content }) => content);
  const fromSystem = (userId: string) => readConversation(on.ctx, systemConversation('__system__', userId), { after: 0, limit: 10 });

  test('has the values of each SDK', async () => {
    expect(await contentTo('go2')).toEqual(['{"content":"Jerry:5","user":{"id":"","name":""},"extra":""}']);
    expect(await contentTo('2192')).toEqual(['{"content":"小明, \\u6210\\u7ee9 90"}']);
    expect(await contentTo('php1')).toEqual(['{"content":"{name}, \\u6210\\u7ee9 {score}"}']);
    expect(await fromSystem('php1')).toMatchObject([{ content: '{"content":"A, \\u6210\\u7ee9 9"}', options: { pushContent: 'A' } }]);
  });

  test('has the flags of each SDK', async () => {
    const options = async (userId: string) => (await conversationMessages(on, 'ann', userId))[0]!.options;
    expect(await options('go1')).toEqual({ pushContent: 'hello Tom' });
    expect(await options('go4')).toEqual({ disableUpdateLastMsg: true });
    expect(await options('java1')).toEqual({
      contentAvailable: true,
      disablePush: true,
      disableUpdateLastMsg: true,
      pushContent: 'hi',
      pushData: '{}',
      pushExt: '{"title":"t"}',
    });
    expect(await options('java2')).toEqual({});
  });
});
