import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatroomConversation, groupConversation } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { retractMessage } from '../../../server/src/domain/messages/retract.ts';
import { messageIdOf } from '../../../server/src/domain/uid.ts';
import { toWire } from '../../../server/src/jmessage/message-body.ts';
import { loadApi } from '../../src/index.ts';
import { conversationMessages } from '../support/messages.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';

const minute = 60_000;
const media = { media_id: 'qiniu/file/a/2745EACC', media_crc32: 428957395, fsize: 2900883 };
const bodies = {
  text: { text: 'Hello, JMessage!', extras: { a: [1, null] } },
  image: { ...media, width: 3840, height: 2160, format: 'jpg', hash: 'FoYn15bAGRUM9gZCAkvf9dolVH7h' },
  voice: { ...media, duration: 6 },
  file: { ...media, fname: 'minutes.pdf' },
  location: { latitude: 111.2, longitude: 22.3, scale: 500, label: 'address text' },
  video: { duration: 10, video: { ...media, fname: 'v' }, thumb: { ...media, width: 72, height: 72, format: 'png' } },
  custom: { any: { object: [null] } },
};

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  const users = ['javen', 'bob1', '1234'].map((username) => ({ username, password: 'secret' }));
  await on.jmessage.call('registerUsers', { body: users });
  await on.jmessage.call('registerAdmin', { body: { username: 'fang', password: 'secret' } });
});
afterAll(() => on.stop());

const toJaven = { version: 1, target_type: 'single', target_id: 'javen', from_type: 'admin', from_id: 'fang' };
const hello = { ...toJaven, msg_type: 'text', msg_body: { text: 'Hello' } };
const send = (change: object = {}) => on.jmessage.call('sendMessage', { body: { ...hello, ...change } });
const refused = (status: number, code: number, message: string) => ({ status, body: { error: { code, message } } });
const invalid = (message: string) => refused(400, 899003, `parameter invalid: ${message}`);

async function sent(change: object = {}): Promise<{ msg_id: number; msg_ctime: number }> {
  const { status, body } = await send(change);
  expect({ status, body }).toEqual({ status: 201, body: expect.anything() });
  return body as { msg_id: number; msg_ctime: number };
}

const withJaven = async (other: string) => conversationMessages(on, 'javen', other);

describe('a message to a user', () => {
  test('is stored and answered with its id and time', async () => {
    const answer = await sent();
    expect(answer).toEqual({ msg_id: expect.any(Number), msg_ctime: on.clock.now() });
    expect((await withJaven('fang')).at(-1)).toMatchObject({
      id: answer.msg_id,
      senderId: 'fang',
      objectName: 'RC:TxtMsg',
      content: '{"content":"Hello"}',
      options: {},
    });
  });

  test.each(Object.entries(bodies))('of type %s keeps its body', async (msg_type, msg_body) => {
    await sent({ msg_type, msg_body });
    expect(toWire((await withJaven('fang')).at(-1)!)).toEqual({ msg_type, msg_body });
  });

  test('carries its flags, names and notification', async () => {
    const notification = { title: 'New', alert: 'Fang says hello' };
    await sent({ no_offline: true, no_notification: true, from_name: 'Fang', target_name: 'Javen', notification });
    expect((await withJaven('fang')).at(-1)!.options).toEqual({
      noOffline: true,
      disablePush: true,
      fromName: 'Fang',
      targetName: 'Javen',
      notification,
    });
  });

  test('comes from any user when from_type says so', async () => {
    await sent({ from_type: 'user', from_id: 'bob1' });
    expect(await withJaven('bob1')).toMatchObject([{ senderId: 'bob1' }]);
  });

  test('may name the user by a number', async () => {
    await sent({ target_id: 1234 });
    expect(await conversationMessages(on, 'fang', '1234')).toMatchObject([{ seq: 1 }]);
  });

  test('takes the own app as target_appkey, in any case, or an empty one', async () => {
    await sent({ target_appkey: on.app.key.toUpperCase() });
    await sent({ target_appkey: '' });
  });

  test('of the other dialect and of this one share a conversation', async () => {
    await sent({ from_type: 'user', from_id: '1234' });
    await on.rongcloud.call('publishPrivateMessage', {
      body: { fromUserId: 'javen', toUserId: ['1234'], objectName: 'RC:TxtMsg', content: '{"content":"Hi","extra":""}' },
    });
    expect((await withJaven('1234')).map((message) => toWire(message))).toEqual([
      { msg_type: 'text', msg_body: { text: 'Hello' } },
      { msg_type: 'text', msg_body: { text: 'Hi', extras: { extra: '' } } },
    ]);
  });

  test('is accepted with a trailing slash and with null for what is not set', async () => {
    const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json' };
    const body = JSON.stringify({ ...hello, target_appkey: null, target_name: null, notification: null, no_offline: null });
    expect(await on.jmessage.fetch('/v1/messages/', { method: 'POST', headers, body })).toMatchObject({ status: 201 });
  });
});

describe('a message to a group', () => {
  test('goes to the gid, as number or text, and is one row', async () => {
    const { body } = await on.jmessage.call('createGroup', {
      body: { owner_username: 'javen', name: 'Chess', members_username: ['bob1'] },
    });
    const { gid } = body as { gid: number };
    const first = await sent({ target_type: 'group', target_id: gid });
    const second = await sent({ target_type: 'group', target_id: String(gid) });
    const stored = await readConversation(on.ctx, groupConversation(String(gid)), { after: 0, limit: 10 });
    expect(stored).toMatchObject([
      { id: first.msg_id, seq: 1 },
      { id: second.msg_id, seq: 2 },
    ]);
  });

  test('of the other dialect goes to its text id', async () => {
    await on.rongcloud.call('createGroup', { body: { groupId: 'text-id', groupName: 'Go', userId: ['javen'] } });
    const { body } = await on.jmessage.call('listUserGroups', { path: { username: 'javen' } });
    const { gid } = (body as { gid: number; name: string }[]).find(({ name }) => name === 'Go')!;
    const { msg_id } = await sent({ target_type: 'group', target_id: gid });
    expect(await readConversation(on.ctx, groupConversation('text-id'), { after: 0, limit: 10 })).toMatchObject([{ id: msg_id }]);
  });

  test('that does not exist is refused', async () => {
    expect(await send({ target_type: 'group', target_id: 99_999_999 })).toMatchObject(refused(403, 899006, 'Group id invalid: 99999999'));
    for (const target_id of ['javen', '1e3', '9'.repeat(20)]) {
      expect(await send({ target_type: 'group', target_id })).toMatchObject(invalid('target_id must be the gid of a group'));
    }
  });
});

describe('a message to a chat room', () => {
  const stored = (chatroomId: string) => readConversation(on.ctx, chatroomConversation(chatroomId), { after: 0, limit: 10 });
  const toRoom = (target_id: unknown, fields: object = {}) => sent({ target_type: 'chatroom', target_id, ...fields });

  test('goes to its id, as number or text, from an admin who is not in it and from a silenced member', async () => {
    const { body } = await on.jmessage.call('createChatroom', { body: { owner_username: 'javen', name: 'Finals' } });
    const { chatroom_id: room_id } = body as { chatroom_id: number };
    const first = await toRoom(room_id);
    await on.jmessage.call('silenceChatroomMember', { path: { room_id, username: 'javen' }, query: { status: 1 } });
    const second = await toRoom(String(room_id), { from_type: 'user', from_id: 'javen', no_offline: true });
    expect(await stored(String(room_id))).toMatchObject([
      { id: first.msg_id, seq: 1, senderId: 'fang', objectName: 'RC:TxtMsg' },
      { id: second.msg_id, seq: 2, senderId: 'javen', options: { noOffline: true } },
    ]);
  });

  test('of the other dialect goes to its text id', async () => {
    await on.rongcloud.call('createNamedChatrooms', { body: { chatroom: { 'text-id': 'Text' } } });
    const { rooms } = (await on.jmessage.call('listChatrooms')).body as { rooms: { id: number; name: string }[] };
    const { msg_id } = await toRoom(rooms.find(({ name }) => name === 'Text')!.id);
    expect(await stored('text-id')).toMatchObject([{ id: msg_id }]);
  });

  test('that does not exist is refused, and so is one of another app', async () => {
    const { jmessage, app } = await on.addApp();
    await insertUsers({ ...on, app }, 'javen');
    const { body } = await jmessage.call('createChatroom', { body: { owner_username: 'javen', name: 'Foreign' } });
    const { chatroom_id } = body as { chatroom_id: number };
    for (const target_id of [99_999_999, chatroom_id, '1']) {
      expect(await send({ target_type: 'chatroom', target_id })).toMatchObject(refused(403, 899081, `room id no exist: ${target_id}`));
    }
    for (const target_id of ['javen', '1e3', '9'.repeat(20)]) {
      expect(await send({ target_type: 'chatroom', target_id })).toMatchObject(invalid('target_id must be the id of a chat room'));
    }
  });
});

describe('refusals', () => {
  const cases: [title: string, change: object, answer: object][] = [
    ['an unknown sender', { from_id: 'nobody' }, refused(403, 899002, 'No such user: nobody')],
    ['an unknown sender who need not be an admin', { from_type: 'user', from_id: 'nobody' }, refused(403, 899002, 'No such user: nobody')],
    ['an unknown receiver', { target_id: 'nobody' }, refused(403, 899002, 'No such user: nobody')],
    ['a sender who is not an admin', { from_id: 'bob1' }, refused(403, 899016, 'No authority to send message: bob1')],
    [
      'another app',
      { target_appkey: '4f7aef34fb361292c566a1cd' },
      refused(403, 899020, 'no auth to operating other appkey: 4f7aef34fb361292c566a1cd'),
    ],
    ['another version', { version: 2 }, invalid('version must be 1')],
    ['an unknown type', { msg_type: 'sticker' }, invalid('msg_type must be text, image, voice, custom, file, location or video')],
    ['a body that is no object', { msg_body: 'Hello' }, invalid('msg_body must be an object')],
    ['a text of the wrong kind', { msg_body: { text: 1.5 } }, invalid('msg_body.text must be text')],
    ['extras of the wrong kind', { msg_body: { text: '', extras: 'x' } }, invalid('msg_body.extras must be an object')],
    ['a long name', { from_name: '字'.repeat(84) }, invalid('from_name must have 0 to 250 bytes of UTF-8')],
    ['a flag of the wrong kind', { no_offline: 'true' }, invalid('no_offline must be true or false')],
    ['a NUL character', { msg_body: { text: 'a\0b' } }, invalid('msg_body holds a NUL character or half a surrogate pair')],
  ];

  test.each(cases)('%s', async (_, change, answer) => {
    expect(await send(change)).toMatchObject(answer);
  });

  test("of another app's users: ids do not cross", async () => {
    const other = await on.addApp();
    expect(await other.jmessage.call('sendMessage', { body: hello })).toMatchObject({ body: { error: { code: 899002 } } });
  });

  const forms = Object.entries(bodies).filter(([msg_type]) => msg_type !== 'custom');

  test.each(forms)('a body of type %s without a field that it needs', async (msg_type, msg_body) => {
    const required = requiredFields(msg_type);
    expect(required).not.toEqual([]);
    for (const field of required) {
      const { [field]: _, ...rest } = msg_body as Record<string, unknown>;
      expect(await send({ msg_type, msg_body: rest })).toMatchObject(invalid(`msg_body.${field} is required`));
    }
  });

  test('a video without a field of its file', async () => {
    const { fname: _, ...video } = bodies.video.video;
    const body = { msg_type: 'video', msg_body: { ...bodies.video, video } };
    expect(await send(body)).toMatchObject(invalid('msg_body.video.fname is required'));
  });

  test('a body of more than 4096 bytes', async () => {
    const frame = Buffer.byteLength(JSON.stringify({ text: '' }));
    const text = '😀'.repeat(1021) + 'x'.repeat(4096 - frame - 4084);
    await sent({ msg_body: { text } });
    expect(await send({ msg_body: { text: `${text}x` } })).toMatchObject(invalid('msg_body must have at most 4096 bytes as JSON text'));
  });
});

/** What the document says that a form of msg_body needs. */
function requiredFields(msgType: string): string[] {
  const api = loadApi('jmessage');
  const schemas = api.resolve(api.byId('sendMessage').media!.schema).properties!.msg_body as { anyOf: { $ref: string }[] };
  const form = schemas.anyOf.map((schema) => api.resolve(schema) as { title?: string; required?: string[] });
  return form.find(({ title }) => title === msgType)?.required ?? [];
}

describe('a retraction', () => {
  const retract = (username: string, msgid: unknown) => on.jmessage.call('retractMessage', { path: { username, msgid } });

  test('marks the message, leaves it in its place, and tells clients', async () => {
    const { msg_id } = await sent();
    expect(await retract('fang', msg_id)).toMatchObject({ status: 204, body: undefined });
    expect((await withJaven('fang')).slice(-2)).toMatchObject([
      { id: msg_id, retracted: true },
      { senderId: 'fang', objectName: 'RC:RcCmd' },
    ]);
  });

  test('takes 3 minutes and no more', async () => {
    const [first, second] = [await sent(), await sent()];
    on.clock.advance(3 * minute);
    expect(await retract('fang', first.msg_id)).toMatchObject({ status: 204 });
    on.clock.advance(1);
    expect(await retract('fang', second.msg_id)).toMatchObject(refused(403, 855001, `out of time: ${second.msg_id}`));
  });

  test('happens once, also when several ask at the same time', async () => {
    const { msg_id } = await sent();
    const asked = await Promise.allSettled([1, 2, 3].map(() => retractMessage(on.ctx, { id: msg_id, senderId: 'fang' })));
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await retract('fang', msg_id)).toMatchObject(refused(403, 855004, `message already retract: ${msg_id}`));
  });

  test("is the sender's", async () => {
    const { msg_id } = await sent();
    expect(await retract('javen', msg_id)).toMatchObject(refused(403, 855002, 'request user is not message sender: javen'));
    expect(await retract('nobody', msg_id)).toMatchObject(refused(403, 899002, 'No such user: nobody'));
  });

  test('of an unknown message, or of one of another app, is refused', async () => {
    const { msg_id } = await sent();
    const other = await on.addApp();
    await other.jmessage.call('registerAdmin', { body: { username: 'fang', password: 'secret' } });
    const foreign = await other.jmessage.call('retractMessage', { path: { username: 'fang', msgid: msg_id } });
    expect(foreign).toMatchObject(refused(403, 855003, `request message not exist: ${msg_id}`));
    expect(await retract('fang', 2 ** 53 - 1)).toMatchObject({ body: { error: { code: 855003 } } });
    expect(await retract('fang', 'x')).toMatchObject(invalid('msgid must be a whole number'));
  });

  test('reaches messages of the other dialect, and ignores a body', async () => {
    const { body } = await on.rongcloud.call('publishPrivateMessage', {
      body: { fromUserId: 'bob1', toUserId: ['fang'], objectName: 'RC:TxtMsg', content: '{"content":"Hi"}' },
    });
    const id = messageIdOf((body as { messageUIDs: { messageUID: string }[] }).messageUIDs[0]!.messageUID);
    const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json' };
    const answer = await on.jmessage.fetch(`/v1/messages/bob1/${id}/retract`, { method: 'POST', headers, body: '{"username":"bob1"}' });
    expect(answer).toMatchObject({ status: 204 });
    expect(await conversationMessages(on, 'bob1', 'fang')).toMatchObject([{ id, retracted: true }, { objectName: 'RC:RcCmd' }]);
  });
});
