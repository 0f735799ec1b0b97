import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { privateConversation } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import type { ServiceSettings } from '../../../server/src/domain/settings.ts';
import { set } from '../support/admin-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

/** An app with its calls, whose settings only the admin API changes. */
async function newApp() {
  const { app, rongcloud, jmessage } = await on.addApp({ settings: {} });
  return {
    ctx: async () => ({ ...on.ctx, app: (await on.server.services.apps.find(app.key))! }),
    change: (change: object) => set(on, app, change),
    call: (operationId: string, body: object = {}) => rongcloud.call(operationId, { body }),
    jmessage,
  };
}

describe('services', () => {
  const room = { chatroomId: 'r' };
  const users = { userId: ['ann'] };
  const types = { objectName: ['RC:VcMsg'], objectnames: ['RC:VcMsg'] };
  const attribute = { ...room, userId: 'ann', key: 'topic', value: 'chess' };
  const several = { ...room, entryOwnerId: 'ann', entryInfo: '{"level":"3"}', entryKeys: '["level"]' };
  const notice = { fromUserId: 'ann', objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };
  const allowlist = { userId: 'ann', whiteUserId: ['bob'] };

  /** Every service with all of its calls, in an order in which each succeeds. */
  const calls: Record<keyof ServiceSettings, [operationId: string, body: object][]> = {
    broadcast: [
      ['broadcastMessage', notice],
      ['broadcastToOnlineUsers', notice],
      ['recallBroadcast', { fromUserId: 'ann', messageUID: '5FGT-7VA9-G4DD-4V5P' }],
      ['pushToAudience', { platform: ['ios'], audience: { is_to_all: true }, notification: { alert: 'Hello' } }],
    ],
    chatroomAttributes: [
      ['setChatroomAttribute', attribute],
      ['batchSetChatroomAttributes', several],
      ['listChatroomAttributes', room],
      ['batchRemoveChatroomAttributes', several],
      ['removeChatroomAttribute', attribute],
    ],
    chatroomBroadcast: [['publishChatroomBroadcast', notice]],
    chatroomGlobalMute: [
      ['muteUsersInAllChatrooms', { ...users, minute: 1 }],
      ['listUsersMutedInAllChatrooms', {}],
      ['unmuteUsersInAllChatrooms', users],
    ],
    chatroomKeepalive: [
      ['keepChatroomAlive', room],
      ['listKeptAliveChatrooms', {}],
      ['removeKeptAliveChatroom', room],
    ],
    chatroomMessagePriority: [
      ['addLowPriorityMessageTypes', types],
      ['listLowPriorityMessageTypes', {}],
      ['removeLowPriorityMessageTypes', types],
    ],
    chatroomWhitelist: [
      ['addChatroomWhitelistUsers', { ...room, ...users }],
      ['listChatroomWhitelistUsers', room],
      ['removeChatroomWhitelistUsers', { ...room, ...users }],
      ['addChatroomWhitelistMessageTypes', types],
      ['listChatroomWhitelistMessageTypes', {}],
      ['removeChatroomWhitelistMessageTypes', types],
    ],
    messageHistoryLog: [['getHistoryLog', { date: '2026013110' }]],
    userAllowlist: [
      ['setAllowlistSwitch', { ...users, whiteSetting: 1 }],
      ['getAllowlistSwitch', users],
      ['addAllowlistUsers', allowlist],
      ['listAllowlistUsers', allowlist],
      ['removeAllowlistUsers', allowlist],
    ],
  };

  test.each(Object.entries(calls))('%s refuses its calls with 1009 while it is off, and no others', async (service, own) => {
    const { change, call } = await newApp();
    await change({ rateLimits: { enabled: false } });
    await call('createChatroom', room);
    const answers = async () => {
      const results = [];
      for (const [operationId, body] of own) results.push((await call(operationId, body)).body);
      return results;
    };
    const errorMessage = `Service ${service} is not enabled.`;
    expect(await answers()).toMatchObject(own.map(() => ({ code: 200 })));
    await change({ services: { [service]: false } });
    expect(await answers()).toMatchObject(own.map(() => ({ code: 1009, errorMessage })));
    for (const [other, [first]] of Object.entries(calls))
      if (other !== service) expect(await call(...first!)).toMatchObject({ status: 200 });
    await change({ services: { [service]: true } });
    expect(await answers()).toMatchObject(own.map(() => ({ code: 200 })));
  });

  test('keep what is stored while they are off', async () => {
    const { change, call } = await newApp();
    await call('createChatroom', room);
    await call('setChatroomAttribute', attribute);
    await change({ services: { chatroomAttributes: false } });
    expect(await call('listChatroomAttributes', room)).toMatchObject({ status: 430 });
    await change({ services: { chatroomAttributes: null } });
    expect(await call('listChatroomAttributes', room)).toMatchObject({ body: { keys: [{ key: 'topic', value: 'chess' }] } });
  });
});

describe('chatrooms', () => {
  test('of a user at once are one, or as many as the setting says', async () => {
    const { ctx, change, call } = await newApp();
    for (const chatroomId of ['a', 'b', 'c']) await call('createChatroom', { chatroomId });
    const enterAll = async () => {
      for (const chatroomId of ['a', 'b', 'c']) await joinChatroom(await ctx(), { chatroomId, userIds: ['ann'] });
      const stays = await Promise.all(['a', 'b', 'c'].map((chatroomId) => call('checkChatroomMember', { chatroomId, userId: 'ann' })));
      return stays.map(({ body }) => (body as { isInChrm: boolean }).isInChrm);
    };
    expect(await enterAll()).toEqual([false, false, true]);
    await change({ chatroomsPerUser: 2 });
    expect(await enterAll()).toEqual([false, true, true]);
    await change({ chatroomsPerUser: null });
    expect(await enterAll()).toEqual([false, false, true]);
  });

  test('that are idle live an hour, or as long as the setting said when they were made', async () => {
    const { change, call } = await newApp();
    const make = (chatroomId: string) => call('createNamedChatrooms', { chatroom: { [chatroomId]: 'Room' } });
    const living = async () => {
      const answers = await Promise.all(['before', 'short', 'after'].map((chatroomId) => call('getChatroom', { chatroomId })));
      return answers.map(({ body }) => (body as { code: number }).code === 200);
    };
    await make('before');
    await change({ chatroomIdleMinutes: 5 });
    await make('short');
    await change({ chatroomIdleMinutes: null });
    await make('after');
    on.clock.advance(5 * minute - 1);
    expect(await living()).toEqual([true, true, true]);
    on.clock.advance(1);
    expect(await living()).toEqual([true, false, true]);
    on.clock.advance(55 * minute);
    expect(await living()).toEqual([false, false, false]);
  });
});

describe('messages', () => {
  test('are kept for 180 days, or as long as the setting says', async () => {
    const { ctx, change, call } = await newApp();
    const send = (content: string) => call('publishPrivateMessage', { fromUserId: 'ann', toUserId: ['bob'], objectName: 'App:T', content });
    const kept = async () =>
      (await readConversation(await ctx(), privateConversation('ann', 'bob'), { after: 0, limit: 9 })).map(({ content }) => content);
    await send('first');
    on.clock.advance(2 * day);
    await send('second');
    await change({ historyDays: 2 });
    expect(await kept()).toEqual(['first', 'second']);
    await change({ historyDays: 1 });
    expect(await kept()).toEqual(['second']);
    await change({ historyDays: null });
    on.clock.advance(178 * day + 1);
    expect(await kept()).toEqual(['second']);
  });
});

describe('rate limits', () => {
  const tagUsers = { userIds: ['u'], tags: [] };
  /** How many of 12 calls are let through; 10 a second is the documented limit. */
  const passed = async (call: Awaited<ReturnType<typeof newApp>>['call']) => {
    on.clock.advance(minute);
    const answers = await Promise.all(Array.from({ length: 12 }, () => call('batchSetUserTags', tagUsers)));
    return answers.filter(({ status }) => status === 200).length;
  };

  test('are the documented ones, the overrides of the app, or none', async () => {
    const { change, call } = await newApp();
    const override = (limit: object | null) => change({ rateLimits: { overrides: { 'rongcloud:batchSetUserTags': limit } } });
    expect(await passed(call)).toBe(10);
    await override({ points: 3, seconds: 60 });
    expect(await passed(call)).toBe(3);
    await change({ rateLimits: { enabled: false } });
    expect(await passed(call)).toBe(12);
    await change({ rateLimits: { enabled: null } });
    expect(await passed(call)).toBe(3);
    await override(null);
    expect(await passed(call)).toBe(10);
  });

  test('shared by operations are overridden for all of them', async () => {
    const { change, jmessage } = await newApp();
    await change({ rateLimits: { overrides: { 'jmessage:app': { points: 2, seconds: 60 } } } });
    expect(await jmessage.call('listUsers')).toMatchObject({ status: 200 });
    expect(await jmessage.call('listGroups')).toMatchObject({ status: 200 });
    expect(await jmessage.call('listAdmins')).toMatchObject({ status: 429, body: { error: { code: 2002 } } });
    await change({ rateLimits: { overrides: null } });
    expect(await jmessage.call('listAdmins')).toMatchObject({ status: 200 });
  });
});
