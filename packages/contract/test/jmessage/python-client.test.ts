import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPythonClient, type PythonClient, startPythonClient } from '../support/python-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const present = hasPythonClient();
if (!present) console.warn('Skipped: the official Python client. Install it with: pip install jmessage');

let on: TestServer;
let client: PythonClient;
beforeAll(async () => {
  if (!present) return;
  on = await startTestServer();
  client = startPythonClient(on);
});
afterAll(async () => {
  client?.stop();
  await on?.stop();
});

/** A call and what it answers; an `it` in the arguments is what an earlier call named so gave. */
type Step = [name: string, args: unknown[], answer: object, kwargs?: object];

const done = { status: 204, body: null };
const called = new Set<string>();
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The one the client raises itself in every PUT and DELETE with a body: its headers are set only for calls without one. */
const noHeaders = { error: expect.stringContaining("UnboundLocalError: cannot access local variable 'headers'") };
/** Methods that no server can answer as they are meant. */
const broken: Step[] = [
  ['user.update', ['javen', 'Javen'], noHeaders],
  ['user.update_password', ['javen', 'secret2'], noHeaders],
  ['user.delete', [['javen']], noHeaders],
  ['user.remove_friends', ['javen', 'lily'], noHeaders],
  ['user.update_friend', ['javen', 'lily', 'note'], noHeaders],
  ['user.update_friends', ['javen', { username: 'lily' }], noHeaders],
  ['user.add_blacklist', ['javen', 'lily'], noHeaders],
  ['user.remove_blacklist', ['javen', 'lily'], noHeaders],
  ['group.update', [1, 'name'], noHeaders],
  ['group.add_silence', [1, 'lily'], noHeaders],
  ['group.remove_silence', [1, 'lily'], noHeaders],
  ['room.update', [1], noHeaders, { owner: 'javen', name: 'n', desc: 'd' }],
  ['room.add_members', [1, 'lily'], noHeaders],
  ['room.remove_members', [1, 'lily'], noHeaders],
  ['im.change_word', [], noHeaders, { old: 'a', new: 'b' }],
  ['im.remove_word', ['a'], noHeaders],
  // It never sends the new owner that it was given.
  ['group.update_owner', [10000001, 'lily'], { status: 400, body: { error: { code: 899003 } } }],
  // Its file does not parse.
  ['report.messages', [], { error: expect.stringContaining('SyntaxError') }, { count: 1, begin: '', end: '' }],
];

async function run(steps: Step[]): Promise<void> {
  for (const [name, args, answer, kwargs] of steps) {
    called.add(name);
    expect({ name, ...(await client.call(name, args, kwargs)) }).toMatchObject({ name, ...answer });
  }
}

describe.skipIf(!present)('the official Python client', () => {
  test('users, admins and their lists', async () => {
    await run([
      ['user.create', ['javen', 'secret', 'Javen'], { status: 201, body: [{ username: 'javen' }] }],
      ['user.register', [['lily', 'fang'].map((username) => ({ username, password: 'secret' }))], { status: 201 }],
      ['user.create', ['admin1', 'secret'], { status: 201 }, { admin: true }],
      ['user.get', ['javen'], { status: 200, body: { username: 'javen', nickname: 'Javen' } }],
      ['user.all', [600], { status: 200, body: { total: 4 } }],
      ['user.all', [10], { status: 200, body: { users: [{ username: 'admin1' }] } }, { admin: true }],
      ['user.stat', ['javen'], { status: 200, body: { login: false, online: false } }],
      ['user.stat', [['javen', 'lily']], { status: 200 }],
      ['user.blacklist', ['javen'], { status: 200, body: [] }],
      ['user.block', ['fang'], done],
      ['user.active', ['fang'], done],
      ['user.delete', ['fang'], done],
    ]);
  });

  test('friends', async () => {
    await run([
      ['user.add_friends', ['javen', 'lily'], { status: 201, body: null }],
      ['user.friends', ['lily'], { status: 200, body: [{ username: 'javen' }] }],
    ]);
  });

  test('groups, do-not-disturb and blocked messages', async () => {
    const created = (await client.call('group.create', ['javen', 'Chess', ['lily']])) as { body: { gid: number } };
    called.add('group.create');
    const { gid } = created.body;
    await run([
      ['group.get', [gid], { status: 200, body: { gid, name: 'Chess' } }],
      ['group.all', [600], { status: 200, body: { total: 1 } }],
      ['group.members', [gid], { status: 200, body: [{ username: 'javen', flag: 1 }, { username: 'lily' }] }],
      ['group.add_members', [gid, 'admin1'], done],
      ['group.remove_members', [gid, ['admin1']], done],
      ['user.groups', ['lily'], { status: 200, body: [{ gid }] }],
      ['user.add_groups_shield', ['lily', gid], done],
      ['user.remove_groups_shield', ['lily', [gid]], done],
      ['user.add_sigle_nodisturb', ['lily', 'javen'], done],
      ['user.remove_sigle_nodisturb', ['lily', 'javen'], done],
      ['user.add_group_nodisturb', ['lily', gid], done],
      ['user.remove_group_nodisturb', ['lily', gid], done],
      ['user.open_global_nodisturb', ['lily'], done],
      ['user.close_global_nodisturb', ['lily'], done],
      ['group.delete', [gid], done],
    ]);
  });

  test('chat rooms', async () => {
    const created = (await client.call('room.create', ['javen', 'Lobby', 'lily', 'All'])) as { body: { chatroom_id: number } };
    called.add('room.create');
    const id = created.body.chatroom_id;
    await run([
      ['room.get', [id], { status: 200, body: [{ id, name: 'Lobby', description: 'All', total_member_count: 2 }] }],
      ['room.all', [10], { status: 200, body: { total: 1 } }],
      ['room.members', [id, 10], { status: 200, body: { total: 2 } }],
      ['room.add_silence', [id, 'lily'], done],
      ['room.remove_silence', [id, 'lily'], done],
      ['user.chatrooms', ['lily'], { status: 200, body: [{ id }] }],
      ['room.delete', [id], done],
    ]);
  });

  test('messages of every kind that its model builds', async () => {
    const model = (content: [string, unknown[]], ...more: [string, unknown[]][]) => ({
      model: [content, ['set_target', ['lily', 'single', 'Lily']], ['set_from', ['admin1', 'admin', 'Admin']], ...more],
    });
    const created = { status: 201, body: { msg_id: expect.any(Number) } };
    const media = { media_id: 'qiniu/image/CE0ACD035CBF71F8', media_crc32: 2778919613, fsize: 3328738 };
    await run([
      ['message.send', [model(['text', ['Hello']], ['notification', ['t', 'a']], ['notifiable', [false]], ['offline', [true]])], created],
      ['message.send', [model(['image', [{ ...media, width: 3840, height: 2160, format: 'jpg' }]])], created],
      ['message.send', [model(['voice', [{ ...media, duration: 6 }]])], created],
      // Its test for a dictionary is never true, so it leaves the body out.
      ['message.send', [model(['custom', [{ any: 'object' }]])], { status: 400, body: { error: { code: 899003 } } }],
    ]);
    const sent = (await client.call('message.send', [model(['text', ['Wrong']])])) as { body: { msg_id: number } };
    await run([['message.retract', ['admin1', sent.body.msg_id], done]]);
  });

  test('files', async () => {
    const file = (name: string, bytes: string) => ({ file: name, bytes });
    const uploaded = (await client.call('resource.upload_image', [file('dot.png', png)])) as { body: { media_id: string } };
    called.add('resource.upload_image');
    await run([
      ['resource.upload_file', [file('notes.txt', 'SGVsbG8=')], { status: 200, body: { fname: 'notes.txt', fsize: 5 } }],
      ['resource.upload', ['file', file('notes.txt', 'SGVsbG8=')], { status: 200 }],
      ['resource.upload_voice', [file('not.mp3', 'SGVsbG8=')], { status: 400, body: { error: { code: 899003 } } }],
      ['resource.download', [uploaded.body.media_id], { status: 200, body: { url: expect.stringContaining('http') } }],
    ]);
  });

  test('sensitive words and registration by clients', async () => {
    await run([
      ['im.add_words', ['darn'], done],
      ['im.all_words', [500], { status: 200, body: { total: 1, words: [{ name: 'darn' }] } }],
      ['im.close_filter', [], done],
      ['im.word_status', [], { status: 200, body: { status: 0 } }],
      ['im.open_filter', [], done],
      ['im.close_sdk', [], done],
      ['im.sdk_status', [], { status: 200, body: { status: 0 } }],
      ['im.open_sdk', [], done],
    ]);
  });

  test.each(broken.map((step) => [step[0], step] as const))('%s cannot work', async (_, step) => run([step]));

  test('has no other method', async () => {
    for (const area of ['user', 'group', 'room', 'message', 'resource', 'im']) {
      const { methods } = (await client.call(`${area}.methods`)) as { methods: string[] };
      expect(methods.map((method) => `${area}.${method}`).filter((name) => !called.has(name))).toEqual([]);
    }
  });
});
