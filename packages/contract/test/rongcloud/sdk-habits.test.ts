import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupConversation } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { expectAnswered, type Habit } from '../support/sdk-habits.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const ok = { code: 200 };
const token = { code: 200, token: expect.any(String) };
const operation = { code: 200, operateId: expect.any(String) };
const missing = (field: string) => ({ code: 1002, errorMessage: `${field} is required.` });
const text = encodeURIComponent('{"content":"hi"}');

const userHabits: Habit[] = [
  ['Java', '/user/getToken.json', 'no portraitUri when unset', 'userId=ann&name=Ann', { ...token, userId: 'ann' }],
  ['Node', '/user/getToken.json', 'spaces as %20', 'name=Ann%20B&userId=ann&portraitUri=http%3A%2F%2Fa.b', token],
  ['PHP', '/user/getToken.json', 'spaces as plus', 'userId=ann&name=Ann+B&portraitUri=http%3A%2F%2Fa.b', token],
  ['Ruby', '/user/getToken.json', 'bare keys for what is nil', 'userId=ann&name&portraitUri', token],
  ['Ruby', '/user/getToken.json', 'a bare key for a required one', 'userId&name=x', missing('userId')],
  ['Ruby', '/user/block.json', 'block without minute', 'userId=ann', missing('minute')],
  ['Python', '/user/getToken.json', 'JSON to a form operation', '{"userId": "ann", "name": "Ann", "portraitUri": ""}', token],
  ['Python', '/user/block.json', 'JSON, one text for a list', '{"userId": "eve", "minute": "10"}', ok],
  ['Go v3', '/user/refresh.json', 'empty values always', 'name=&portraitUri=&userId=ann', ok],
  ['Java', '/user/token/expire.json', 'repeated keys, milliseconds', 'userId=ann&userId=bob&time=1615362955344', ok],
  ['Go v3', '/user/token/expire.json', 'one id', 'time=1615362955344&userId=ann', ok],
  [
    'Go v4',
    '/user/info.json',
    'RC- headers',
    'userId=ann',
    { code: 200, userName: expect.any(String), userPortrait: expect.any(String), createTime: expect.any(String) },
  ],
  ['Go v3', '/user/deactivate.json', 'an encoded comma', 'userId=d1%2Cd2', operation],
  ['Java', '/user/deactivate.json', 'one id', 'userId=d3', operation],
  ['PHP', '/user/deactivate.json', 'repeated keys', 'userId=d4&userId=d5', operation],
  ['Java', '/user/reactivate.json', 'a raw comma', 'userId=d1,d2', operation],
  ['Go v3', '/user/reactivate.json', 'an encoded comma', 'userId=d1%2Cd2', operation],
  ['PHP', '/user/activate.json', 'the older path', 'userId=d1', operation],
  [
    'Go v3',
    '//user/deactivate/query.json',
    'two slashes, zeros',
    'pageNo=0&pageSize=0',
    { code: 200, users: ['d5', 'd4', 'd3', 'd2', 'd1'] },
  ],
  ['PHP', '/user/deactivate/query.json', 'a page', 'pageNo=2&pageSize=4', { code: 200, users: ['d1'] }],
  ['PHP', '/user/block.json', 'repeated keys', 'userId=b1&userId=b2&minute=10', ok],
  ['PHP', '/user/unblock.json', 'repeated keys', 'userId=b1&userId=b2', ok],
  ['Java', '/user/block/query.json', 'an empty body', '', { code: 200, users: [{ userId: 'eve', blockEndTime: expect.any(String) }] }],
  ['Java', '/user/block/query.json', 'size before page', 'size=1&page=2', { code: 200, users: [] }],
  ['Go v3', '/user/checkOnline.json', 'a status that is text', 'userId=ann', { code: 200, status: '0' }],
  ['Java', '/user/chat/fb/set.json', 'repeated keys', 'userId=m1&userId=m2&state=1&type=PERSON', ok],
  [
    'Go v3',
    '/user/chat/fb/querylist.json',
    'num and offset always',
    'num=100&offset=0&type=PERSON',
    { code: 200, total: 2, users: ['m1', 'm2'] },
  ],
  ['Java', '/user/chat/fb/querylist.json', 'neither num nor offset', 'type=PERSON', { code: 200, total: 2 }],
  ['Go v3', '/user/tag/set.json', 'an empty list', '{"userId":"t1","tags":[]}', ok],
  ['Go v3', '/user/tag/set.json', 'null for a list never filled', '{"userId":"t1","tags":null}', ok],
  ['Go v4', '/user/tag/set.json', 'no tags when empty', '{"userId":"t1"}', ok],
  ['Java', '/user/tag/batch/set.json', 'JSON', '{"userIds":["t1","t2"],"tags":["a","b"]}', ok],
  ['Go v3', '/user/tags/get.json', 'repeated keys', 'userIds=t1&userIds=t3', { code: 200, result: { t1: ['a', 'b'], t3: [] } }],
];

const grpNtf = '{"operatorUserId":"ann","operation":"Create","data":"{}","message":"größer, 100%","extra":"a b"}';
const allOfGo =
  'bindNotifyMsg=true&maxMember=0&fromUserId=ann&objectName=RC%3ATxtMsg&pushContent=&pushData=&isIncludeSender=0&isPersisted=0&pushExt=&disableUpdateLastMsg=false';
const bound = { code: 200, messageUID: expect.any(String) };

const groupHabits: Habit[] = [
  [
    'Java',
    '/group/create.json',
    'JSON that is not encoded',
    `userId=ann&userId=bob&groupId=java&groupName=J&bindNotifyMsg=true&maxMember=9&fromUserId=ann&objectName=RC:GrpNtf&content=${grpNtf}&pushContent=new group&pushExt={"title":"new"}`,
    bound,
  ],
  ['Go v3', '/group/create.json', 'every field, even empty', `userId=ann&groupId=go&groupName=G&${allOfGo}&content=${text}`, bound],
  ['Go v3', '/group/join.json', 'no groupName when empty', 'groupId=go&userId=bob&userId=cat', ok],
  ['PHP', '/group/join.json', 'one user', 'groupId=php&userId=ann&groupName=P', ok],
  ['PHP', '/group/quit.json', 'one user', 'groupId=go&userId=cat', ok],
  ['Go v3', '/group/refresh.json', 'every field, even empty', `groupId=go&groupName=Go&${allOfGo}&content=${text}`, bound],
  ['Go v3', '/group/user/query.json', 'members under id', 'groupId=go', { code: 200, users: [{ id: 'ann' }, { id: 'bob' }] }],
  ['Java', '/group/sync.json', 'raw brackets', 'userId=s1&group[10001]=One&group[10002]=Two', ok],
  ['Go v3', '/group/sync.json', 'encoded brackets', 'userId=s2&group%5B10001%5D=One&group%5B10002%5D=Two', ok],
  [
    'Go v3',
    '/user/group/query.json',
    'no page',
    'userId=s1',
    {
      code: 200,
      groups: [
        { id: '10001', name: 'One' },
        { id: '10002', name: 'Two' },
      ],
    },
  ],
  ['Node', '/user/group/query.json', 'no page', 'userId=s2', { code: 200, groups: [{ id: '10001' }, { id: '10002' }] }],
  ['PHP', '/group/dismiss.json', 'an empty userId when none is given', 'userId=&groupId=go', missing('userId')],
  ['Go v3', '/group/dismiss.json', 'any user', 'userId=nobody&groupId=php', ok],
];

const toBob = { code: 200, messageUIDs: [{ userId: 'bob', messageUID: expect.any(String) }] };
const toGroup = { code: 200, messageUIDs: [{ groupId: 'java', messageUID: expect.any(String) }] };
const fromAnn = `fromUserId=ann&objectName=RC%3ATxtMsg&content=${text}`;

const messageHabits: Habit[] = [
  [
    'Go v3',
    '/message/private/publish.json',
    'every option, even empty',
    `${fromAnn}&toUserId=bob&pushContent=&pushData=&count=0&verifyBlacklist=0&isPersisted=1&contentAvailable=0&isIncludeSender=0&expansion=false&disablePush=false&isCounted=1&busChannel=`,
    toBob,
  ],
  [
    'Java',
    '/message/private/publish.json',
    'pairs that are not encoded, booleans as words',
    `${fromAnn}&toUserId=bob&pushContent=hi&expansion=true&extraContent={"type":"a b"}&disablePush=true&pushExt={"title":"t"}`,
    toBob,
  ],
  [
    'Java',
    '/message/private/publish.json',
    'a random number against repetition',
    `${fromAnn}&toUserId=bob&msgRandom=9223372036854775807`,
    toBob,
  ],
  [
    'Java',
    '/message/private/publish.json',
    'repeated keys',
    `${fromAnn}&toUserId=bob&toUserId=cat`,
    { code: 200, messageUIDs: [{ userId: 'bob' }, { userId: 'cat' }] },
  ],
  ['Node', '/message/publish.json', 'the path of earlier years', `${fromAnn}&toUserId=bob&pushContent=&pushData=`, toBob],
  ['Ruby', '/message/private/publish.json', 'bare keys for what is nil', `${fromAnn}&toUserId=bob&pushContent&pushData&count`, toBob],
  [
    'Go v3',
    '/message/group/publish.json',
    'every option, even empty',
    `${fromAnn}&toGroupId=java&isMentioned=0&contentAvailable=0&expansion=false&disablePush=false&isPersisted=1&isIncludeSender=0&pushContent=&pushData=`,
    toGroup,
  ],
  ['PHP', '/message/group/publish.json', 'booleans as 1 and 0', `${fromAnn}&toGroupId=java&expansion=0&disablePush=1`, toGroup],
  [
    'Java',
    '/message/group/publish.json',
    'a mention',
    `fromUserId=ann&toGroupId=java&objectName=RC:TxtMsg&isMentioned=1&content={"content":"hi","mentionedInfo":{"type":2,"userIdList":["bob"]}}`,
    toGroup,
  ],
  ['Ruby', '/message/group/publish.json', 'four groups', `${fromAnn}&toGroupId=1&toGroupId=2&toGroupId=3&toGroupId=4`, { code: 1002 }],
];

const money = encodeURIComponent('黄赌毒');

const wordHabits: Habit[] = [
  ['Java', '/sensitiveword/add.json', 'a replacement for type 0', `word=${money}&replaceWord=***`, ok],
  ['Java', '/sensitiveword/add.json', 'none for type 1', 'word=java1', ok],
  ['PHP', '/sensitiveword/add.json', 'a type that has no meaning here', `word=php0&replaceWord=%2A%2A%2A&type=0`, ok],
  ['PHP', '/sensitiveword/add.json', 'neither type nor replacement for type 1', 'word=php1', ok],
  ['Go v3', '/sensitiveword/add.json', 'no replacement for type 1', 'word=go1', ok],
  ['Go v4', '/sensitiveword/add.json', 'RC- headers', 'replaceWord=%2A%2A&word=go0', ok],
  ['Node', '/sensitiveword/add.json', 'an empty replacement', 'word=node1&replaceWord=', ok],
  ['Python', '/sensitiveword/add.json', 'JSON to a form operation', '{"word": "python1", "replaceWord": null}', ok],
  [
    'Java',
    '/sensitiveword/batch/add.json',
    'no replacement where there is none',
    '{"words":[{"word":"java2","replaceWord":"***"},{"word":"java3"}]}',
    { code: 200, remainQuota: expect.any(Number) },
  ],
  ['PHP', '/sensitiveword/batch/add.json', 'null for a replacement', '{"words":[{"word":"php2","replaceWord":null}]}', ok],
  [
    'Go v3',
    '/sensitiveword/list.json',
    'an empty body, a type that is text',
    '',
    {
      code: 200,
      words: ['java1', 'php1', 'go1', 'node1', 'python1', 'java3', 'php2'].map((word) => ({ word, type: '1', replaceWord: '' })),
    },
  ],
  [
    'Java',
    '/sensitiveword/list.json',
    'one kind',
    'type=0',
    {
      code: 200,
      words: [
        { word: '黄赌毒', replaceWord: '***' },
        { word: 'php0', replaceWord: '***' },
        { word: 'go0', replaceWord: '**' },
        { word: 'java2', replaceWord: '***' },
      ],
    },
  ],
  ['PHP', '/sensitiveword/list.json', 'type 2 unless told otherwise', 'type=2', { code: 200, words: { length: 11 } }],
  ['Java', '/sensitiveword/delete.json', 'one word', 'word=java1', ok],
  ['Python', '/sensitiveword/delete.json', 'JSON, one word', '{"word": "python1"}', ok],
  ['Java', '/sensitiveword/batch/delete.json', 'repeated keys', 'words=java2&words=java3', ok],
  ['Go v3', '/sensitiveword/batch/delete.json', 'one word', 'words=go1', ok],
  ['PHP', '/sensitiveword/batch/delete.json', 'repeated keys', 'words=php1&words=php2', ok],
  ['Python', '/sensitiveword/batch/delete.json', 'JSON, a list', '{"words": ["php0", "go0"]}', ok],
  ['Go v4', '/sensitiveword/list.json', 'what is left', 'type=2', { code: 200, words: [{ word: '黄赌毒' }, { word: 'node1' }] }],
  ['PHP', '/wordfilter/add.json', 'the path of earlier years', 'word=php2016', ok],
  ['PHP', '/wordfilter/add.json', 'no word', 'word=', { ...missing('word'), url: '/wordfilter/add.json' }],
  ['Java', '/wordfilter/list.json', 'the path of earlier years', '', { code: 200, words: [{ word: 'node1' }, { word: 'php2016' }] }],
  ['Go v3', '/wordfilter/delete.json', 'the path of earlier years', 'word=php2016', ok],
  ['Java', '/wordfilter/list.json', 'what is left', '', { code: 200, words: [{ word: 'node1' }] }],
];

const broadcastUid = { code: 200, messageUID: expect.any(String) };
const toAll = `fromUserId=sys&objectName=RC%3ATxtMsg&content=${text}`;
const anyUid = '5FGT-7VA9-G4DD-4V5P';

const broadcastHabits: Habit[] = [
  ['Java', '/message/broadcast.json', 'only what is set', `${toAll}&pushContent=hi&disableUpdateLastMsg=true`, broadcastUid],
  [
    'Go v3',
    '/message/broadcast.json',
    'every option, even empty',
    `${toAll}&pushContent=&pushData=&contentAvailable=0&pushExt=&disableUpdateLastMsg=false`,
    broadcastUid,
  ],
  ['PHP', '/message/broadcast.json', 'one system', `${toAll}&os=iOS&pushContent=hi&pushData=`, broadcastUid],
  ['Ruby', '/message/broadcast.json', 'bare keys for what is nil', `${toAll}&pushContent&pushData&os`, broadcastUid],
  ['Node', '/message/broadcast.json', 'what it was given', `${toAll}&targetId=ignored`, broadcastUid],
  [
    'PHP',
    '/message/broadcast.json',
    'a recall as a command',
    `fromUserId=sys&objectName=RC%3ARcCmd&content=${encodeURIComponent(`{"messageUId":"${anyUid}","conversationType":"6","isAdmin":0,"isDelete":0}`)}`,
    broadcastUid,
  ],
  ['Go v3', '/message/online/broadcast.json', 'four fields', toAll, broadcastUid],
  ['Java', '/message/online/broadcast.json', 'a random number against repetition', `${toAll}&msgRandom=1`, broadcastUid],
  [
    'Java',
    '/message/broadcast/recall.json',
    'no conversation',
    `fromUserId=sys&messageUID=${anyUid}&sentTime=1769827099000&isAdmin=1&isDelete=0&extra=a+b`,
    ok,
  ],
  ['Go v3', '/message/broadcast/recall.json', 'time 0 for unknown', `fromUserId=sys&messageUID=${anyUid}&sentTime=0`, ok],
];

const pushId = { code: 200, id: expect.stringMatching(/^[0-9A-Za-z]{22}$/) };
const pushAndUid = { ...pushId, messageUID: expect.any(String) };
const txtMsg = String.raw`{"content":"{\"content\":\"1111\",\"extra\":\"aaa\"}","objectName":"RC:TxtMsg"}`;
const override = '"ios":{"title":"\u6807\u9898","alert":"override alert","extras":{"id":"userId2","name":"Lisa"}}';

const pushHabits: Habit[] = [
  [
    'Java',
    '/push.json',
    'no is_to_all, an empty list of tags',
    '{"platform":["ios","android"],"audience":{"tag":[],"userid":["u1"]},"notification":{"alert":"this is a push"}}',
    pushId,
  ],
  [
    'Java',
    '/push.json',
    'a content that is no JSON',
    '{"fromuserid":"sys","message":{"content":"hello","objectName":"App:T"},"platform":["ios"],"audience":{"tag":["a"],"is_to_all":false},"notification":{"alert":"x"}}',
    pushAndUid,
  ],
  [
    'Java',
    '/push.json',
    'settings of every vendor',
    '{"platform":["ios","android"],"audience":{"tag":[],"is_to_all":true},"notification":{"title":"t","forceShowPushContent":0,"alert":"x","ios":{"alert":"i","thread-id":"223","apns-collapse-id":"111","extras":{"id":"1"}},"android":{"alert":"a","hw":{"channelId":"NotificationKanong","importance":"NORMAL","image":"https://example.com/image.png"},"mi":{"channelId":"rongcloud_kanong"},"oppo":{"channelId":"rc_notification_id"},"vivo":{"classification":"0"},"extras":{"id":"1","name":"2"}},"harmonyOS":{"ohos":{"category":"IM"}}}}',
    pushId,
  ],
  [
    'Go v3',
    '/push.json',
    'empty objects for what is not set',
    '{"platform":["ios"],"audience":{"is_to_all":true,"packageName":""},"notification":{"alert":"x","ios":{},"android":{}}}',
    pushId,
  ],
  [
    'Go v3',
    '/push.json',
    'an empty notification with a message',
    `{"platform":["ios","android"],"fromuserid":"sys","message":${txtMsg},"audience":{"tag":["a"],"is_to_all":false,"packageName":""},"notification":{"alert":"","ios":{},"android":{}}}`,
    pushAndUid,
  ],
  [
    'Go v3',
    '/push.json',
    'settings without vendors',
    '{"platform":["ios","android"],"audience":{"userid":["u1"],"is_to_all":false,"packageName":""},"notification":{"alert":"x","ios":{"threadId":"t","apns-collapse-id":"c"},"android":{"channelId":"c","importance":"NORMAL","image":"https://example.com/image.png","large_icon_uri":"https://example.com/l.png","classification":"1"}}}',
    pushId,
  ],
  [
    'Go v4',
    '/push.json',
    'null for an object that is not set',
    '{"platform":["ios","android"],"audience":{"is_to_all":true},"notification":{"alert":"x","android":null}}',
    pushId,
  ],
  [
    'PHP',
    '/push.json',
    '1 for true, a message',
    `{"platform":["ios","android"],"fromuserid":"mka091amn","audience":{"is_to_all":1},"message":${txtMsg},"notification":{"alert":"this is a push",${override},"android":{"alert":"abcd"}}}`,
    pushAndUid,
  ],
  [
    'Node',
    '/push.json',
    'tags and users at once',
    `{"platform":["ios","android"],"audience":{"tag":["女","年轻"],"tag_or":["北京","上海"],"userid":["123","456"],"is_to_all":false},"notification":{"alert":"this is a push",${override}}}`,
    pushId,
  ],
  [
    'Java',
    '/push/user.json',
    'settings of platforms',
    '{"userIds":["u1","u2"],"notification":{"title":"t","pushContent":"x","ios":{"thread-id":"223"},"android":{"mi":{"channelId":"m"}},"harmonyOS":{"ohos":{}}}}',
    pushId,
  ],
  [
    'Go v3',
    '/push/user.json',
    'empty objects for what is not set',
    '{"notification":{"pushContent":"x","ios":{},"android":{}},"userIds":["u1"]}',
    pushId,
  ],
  ['Go v4', '/push/user.json', 'only what is set', '{"userIds":["u1"],"notification":{"pushContent":"x"}}', pushId],
  ['PHP', '/push/user.json', 'a title', '{"userIds":["u1"],"notification":{"title":"\u6807\u9898","pushContent":"x"}}', pushId],
];

const recall = 'fromUserId=ann&targetId=bob&messageUID=5GSB-RPM1-KP8H-9JHF';
/** Of a message that nobody has: the pairs are refused, whatever their form. */
const extension = 'msgUID=5GSB-RPM1-KP8H-9JHF&userId=ann&targetId=bob';
const unknownMessage = { code: 1002, errorMessage: 'msgUID 5GSB-RPM1-KP8H-9JHF is not a message of this conversation.' };

const afterwardsHabits: Habit[] = [
  [
    'Go v3',
    '/message/recall.json',
    'three flags always',
    `${recall}&sentTime=1615362955344&conversationType=1&isAdmin=0&isDelete=0&disablePush=false`,
    ok,
  ],
  ['Go v3', '/message/recall.json', 'a system message, 0 for an unknown time', `${recall}&sentTime=0&conversationType=6`, ok],
  ['Go v4', '/message/recall.json', 'a channel that is empty', `${recall}&conversationType=3&busChannel=&extra=&isAdmin=1`, ok],
  ['Java', '/message/recall.json', 'text that is not encoded', `${recall}&conversationType=4&isAdmin=1&isDelete=1&extra={"why":"a b"}`, ok],
  ['PHP', '/message/recall.json', 'what it is given', `${recall}&conversationType=1&sentTime=1615362955344&disablePush=1`, ok],
  [
    'Node',
    '/message/recall.json',
    'type and content, which nobody asked for',
    `${recall}&objectName=RC%3ATxtMsg&content=%5Bobject%20Object%5D&sentTime=1458389271011&conversationType=1`,
    ok,
  ],
  [
    'Go v4',
    '/message/recall.json',
    'an ultra group, which there is none of',
    `${recall}&conversationType=10`,
    { code: 1002, errorMessage: expect.stringMatching(/^conversationType /) },
  ],
  [
    'Java',
    '/message/expansion/set.json',
    'pairs that are not encoded, the type as text',
    `${extension}&conversationType=1&extraKeyVal={"type":"a b"}&isSyncSender=0`,
    unknownMessage,
  ],
  [
    'Go v3',
    '/message/expansion/set.json',
    'encoded pairs',
    `${extension}&conversationType=3&extraKeyVal=%7B%22type%22%3A%223%22%7D&isSyncSender=1`,
    unknownMessage,
  ],
  [
    'PHP',
    '/message/expansion/delete.json',
    'an array as text',
    `${extension}&conversationType=1&extraKey=["type"]&isSyncSender=0`,
    unknownMessage,
  ],
  ['Go v3', '/message/expansion/query.json', 'pageNo always', 'msgUID=5GSB-RPM1-KP8H-9JHF&pageNo=1', { code: 200, extraContent: {} }],
  ['Java', '/message/expansion/query.json', 'no pageNo', 'msgUID=5GSB-RPM1-KP8H-9JHF', { code: 200, extraContent: {} }],
  ['Go v3', '/message/history.json', 'a date', 'date=2018030119', { code: 200, url: '', date: '2018030119' }],
  ['Python', '/message/history.json', 'JSON with a number', '{"date": 2018030119}', { code: 200, url: '', date: '2018030119' }],
  ['Java', '/message/history/delete.json', 'a date', 'date=2018030119', { code: 1002, errorMessage: 'date is not exist.' }],
  ['Ruby', '/message/history/delete.json', 'a bare key', 'date', missing('date')],
  ['Java', '/conversation/message/history/clean.json', 'no time when it is empty', 'conversationType=1&fromUserId=ann&targetId=bob', ok],
  [
    'Go v4',
    '/conversation/message/history/clean.json',
    'a time',
    'conversationType=4&fromUserId=ann&targetId=room&msgTimestamp=1615362955344',
    ok,
  ],
  ['PHP', '/conversation/message/history/clean.json', 'an empty time', 'conversationType=6&fromUserId=ann&targetId=bob&msgTimestamp=', ok],
];

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

describe.each([
  ['user', userHabits],
  ['group', groupHabits],
  ['message', messageHabits],
  ['sensitive word', wordHabits],
  ['broadcast', broadcastHabits],
  ['push', pushHabits],
  ['sent message', afterwardsHabits],
])('%s', (_, habits) => {
  test.each(habits)('%s, %s: %s', (...habit) => expectAnswered(on, habit));
});

test('what Java does not encode is stored as it was written', async () => {
  const stored = await readConversation(on.ctx, groupConversation('java'), { after: 0, limit: 1 });
  expect(stored).toMatchObject([
    { objectName: 'RC:GrpNtf', content: grpNtf, options: { pushContent: 'new group', pushExt: '{"title":"new"}' } },
  ]);
});
