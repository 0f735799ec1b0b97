import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinChatroom } from '../../server/src/domain/chatrooms/members.ts';
import type { ConversationKind } from '../../server/src/domain/messages/conversation.ts';
import { maySend, type Verdict } from '../../server/src/domain/messages/may-send.ts';
import { startTestServer, type TestServer } from './support/server.ts';
import { insertUsers } from './support/users.ts';
import { verdictOn } from './support/verdict.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });

/** What makes a fact true of the user who sends and of the other user, the group or the chatroom. */
type Fact = (user: string, place: string) => Promise<unknown>;

const facts: Partial<Record<ConversationKind, Record<string, Fact>>> = {
  private: {
    muted: (user) => call('setPrivateMute', { userId: [user], state: 1, type: 'PERSON' }),
    blocked: (user, other) => call('addBlocklistUsers', { userId: other, blackUserId: [user] }),
    allowed: (user, other) => call('addAllowlistUsers', { userId: other, whiteUserId: [user] }),
    allowlist: (_, other) => call('setAllowlistSwitch', { userId: [other], whiteSetting: 1 }),
    offline: (user) => call('blockUsers', { userId: [user], minute: 10 }),
    deactivated: (user) => call('deactivateUsers', { userId: [user] }),
  },
  group: {
    known: (_, groupId) => call('createGroup', { groupId, groupName: groupId, userId: ['another'] }),
    member: (user, groupId) => call('createGroup', { groupId, groupName: groupId, userId: [user] }),
    muted: (user, groupId) => call('muteGroupUsers', { groupId, userId: [user], minute: 1 }),
    everywhere: (user) => call('muteGroupUsers', { userId: [user], minute: 1 }),
    silenced: (user) => silence(user),
    'mute-all': (_, groupId) => call('muteGroups', { groupId: [groupId] }),
    allowed: (user, groupId) => call('addGroupAllowlistUsers', { groupId, userId: [user] }),
  },
  chatroom: {
    known: (_, chatroomId) => call('createChatroom', { chatroomId }),
    member: async (user, chatroomId) => {
      await call('createChatroom', { chatroomId });
      await joinChatroom(on.ctx, { chatroomId, userIds: [user] });
    },
    muted: (user, chatroomId) => call('muteChatroomUsers', { chatroomId, userId: [user], minute: 1 }),
    everywhere: (user) => call('muteUsersInAllChatrooms', { userId: [user], minute: 1 }),
    'mute-all': (_, chatroomId) => call('muteChatroom', { chatroomId }),
    allowed: (user, chatroomId) => call('addChatroomAllowlistUsers', { chatroomId, userId: [user] }),
    blocked: (user, chatroomId) => call('blockChatroomUsers', { chatroomId, userId: [user], minute: 1 }),
  },
};

/** JMessage's mute of a member, in the only group of the user. */
async function silence(username: string): Promise<void> {
  await insertUsers(on, username);
  const { body } = await on.jmessage.call('listUserGroups', { path: { username } });
  const [{ gid }] = body as [{ gid: number }];
  expect(await on.jmessage.call('silenceGroupMembers', { path: { gid }, query: { status: true }, body: [username] })).toMatchObject({
    status: 204,
  });
}

/** What is so, and what a client then hears. Whatever is so, the app's server may send. */
const table: [kind: ConversationKind, situation: string, verdict: Verdict][] = [
  ['private', '', 'yes'],
  ['private', 'muted', 'sender-muted'],
  ['private', 'blocked', 'sender-blocked'],
  ['private', 'allowed', 'yes'],
  ['private', 'allowlist', 'sender-not-allowed'],
  ['private', 'allowed allowlist', 'yes'],
  ['private', 'blocked allowed', 'sender-blocked'],
  ['private', 'blocked allowlist', 'sender-not-allowed'],
  ['private', 'blocked allowed allowlist', 'yes'],
  ['private', 'muted blocked', 'sender-muted'],
  ['private', 'muted allowlist', 'sender-muted'],
  ['private', 'muted allowed allowlist', 'sender-muted'],
  ['private', 'offline', 'yes'],
  ['private', 'deactivated', 'yes'],

  ['group', '', 'group-unknown'],
  ['group', 'known', 'sender-not-in-group'],
  ['group', 'member', 'yes'],
  ['group', 'member muted', 'sender-muted-in-group'],
  ['group', 'member everywhere', 'sender-muted-in-group'],
  ['group', 'member silenced', 'sender-muted-in-group'],
  ['group', 'member mute-all', 'sender-muted-in-group'],
  ['group', 'member allowed', 'yes'],
  ['group', 'member mute-all allowed', 'yes'],
  ['group', 'member muted allowed', 'sender-muted-in-group'],
  ['group', 'member everywhere allowed', 'sender-muted-in-group'],
  ['group', 'member muted mute-all allowed', 'sender-muted-in-group'],
  ['group', 'member everywhere mute-all allowed', 'sender-muted-in-group'],
  ['group', 'member silenced mute-all allowed', 'sender-muted-in-group'],
  ['group', 'member muted everywhere mute-all', 'sender-muted-in-group'],
  ['group', 'known allowed mute-all', 'sender-not-in-group'],
  ['group', 'known muted', 'sender-muted-in-group'],
  ['group', 'muted', 'sender-muted-in-group'],
  ['group', 'mute-all', 'sender-muted-in-group'],

  ['chatroom', '', 'room-unknown'],
  ['chatroom', 'known', 'sender-not-in-room'],
  ['chatroom', 'member', 'yes'],
  ['chatroom', 'member muted', 'sender-muted-in-room'],
  ['chatroom', 'member everywhere', 'sender-muted-in-room'],
  ['chatroom', 'member mute-all', 'sender-muted-in-room'],
  ['chatroom', 'member allowed', 'yes'],
  ['chatroom', 'member muted allowed', 'yes'],
  ['chatroom', 'member mute-all allowed', 'yes'],
  ['chatroom', 'member muted mute-all allowed', 'yes'],
  ['chatroom', 'member everywhere allowed', 'sender-muted-in-room'],
  ['chatroom', 'member everywhere muted mute-all allowed', 'sender-muted-in-room'],
  ['chatroom', 'member blocked', 'sender-blocked-in-room'],
  ['chatroom', 'member everywhere blocked', 'sender-blocked-in-room'],
  ['chatroom', 'member mute-all allowed blocked', 'sender-blocked-in-room'],
  ['chatroom', 'known allowed muted', 'sender-not-in-room'],
  ['chatroom', 'known mute-all', 'sender-muted-in-room'],
  ['chatroom', 'muted', 'sender-muted-in-room'],
  ['chatroom', 'everywhere', 'sender-muted-in-room'],
  ['chatroom', 'blocked', 'sender-blocked-in-room'],

  ['system', '', 'receive-only'],
  ['broadcast', '', 'receive-only'],
];

const rows = table.flatMap(([kind, situation, verdict], index) => [
  { kind, situation, origin: 'client' as const, verdict, index },
  { kind, situation, origin: 'server' as const, verdict: 'yes' as const, index },
]);

describe('who may send', () => {
  const made = new Set<number>();
  /** Two rows, of the client and of the server, share what is so. */
  async function make({ kind, situation, index }: (typeof rows)[number]): Promise<{ user: string; place: string }> {
    const names = { user: `user-${index}`, place: `place-${index}` };
    for (const fact of situation.split(' ')) if (fact && !made.has(index)) await facts[kind]![fact]!(names.user, names.place);
    made.add(index);
    return names;
  }

  test.each(rows)('$kind, $situation: $origin $verdict', async (row) => {
    const { user, place } = await make(row);
    expect(await maySend(on.ctx, { origin: row.origin, senderId: user, to: { kind: row.kind, id: place } })).toBe(row.verdict);
  });
});

describe('what says nothing', () => {
  const toUser = (from: string, to: string, server = on) => verdictOn(server, from, { kind: 'private', id: to });

  test('allowlists, while the app has none', async () => {
    const { settings } = on.app;
    const services = { ...settings.services, userAllowlist: false };
    const off = { ...on, ctx: { ...on.ctx, app: { ...on.app, settings: { ...settings, services } } } };
    await call('setAllowlistSwitch', { userId: ['kim'], whiteSetting: 1 });
    await call('addAllowlistUsers', { userId: 'kim', whiteUserId: ['lea'] });
    await call('addBlocklistUsers', { userId: 'kim', blackUserId: ['lea'] });
    expect([await toUser('max', 'kim'), await toUser('lea', 'kim')]).toEqual(['sender-not-allowed', 'yes']);
    expect([await toUser('max', 'kim', off), await toUser('lea', 'kim', off)]).toEqual(['yes', 'sender-blocked']);
  });

  test('the lists of the sender, and a mute of the recipient', async () => {
    await call('addBlocklistUsers', { userId: 'ann', blackUserId: ['bob'] });
    await call('setAllowlistSwitch', { userId: ['ann'], whiteSetting: 1 });
    await call('setPrivateMute', { userId: ['bob'], state: 1, type: 'PERSON' });
    expect(await toUser('ann', 'bob')).toBe('yes');
  });

  test('a mute of another user or in another group', async () => {
    for (const groupId of ['g1', 'g2']) await call('createGroup', { groupId, groupName: 'G', userId: ['mia', 'ned'] });
    await call('muteGroupUsers', { groupId: 'g1', userId: ['mia'], minute: 0 });
    const verdicts = [
      ['mia', 'g1'],
      ['mia', 'g2'],
      ['ned', 'g1'],
    ].map(([user, id]) => verdictOn(on, user!, { kind: 'group', id: id! }));
    expect(await Promise.all(verdicts)).toEqual(['sender-muted-in-group', 'yes', 'yes']);
  });

  test('anything of another app', async () => {
    const { app } = await on.addApp();
    const there = { ctx: { ...on.ctx, app } };
    await call('setPrivateMute', { userId: ['cat'], state: 1, type: 'PERSON' });
    await call('addBlocklistUsers', { userId: 'dan', blackUserId: ['eve'] });
    await call('createGroup', { groupId: 'both', groupName: 'G', userId: ['cat'] });
    await call('createChatroom', { chatroomId: 'both' });
    expect(await verdictOn(there, 'cat', { kind: 'private', id: 'dan' })).toBe('yes');
    expect(await verdictOn(there, 'eve', { kind: 'private', id: 'dan' })).toBe('yes');
    expect(await verdictOn(there, 'cat', { kind: 'group', id: 'both' })).toBe('group-unknown');
    expect(await verdictOn(there, 'cat', { kind: 'chatroom', id: 'both' })).toBe('room-unknown');
  });

  test('a chatroom whose time is over', async () => {
    await call('createChatroom', { chatroomId: 'ended', isBan: true });
    on.clock.advance(60 * 60_000);
    expect(await verdictOn(on, 'ann', { kind: 'chatroom', id: 'ended' })).toBe('room-unknown');
  });
});
