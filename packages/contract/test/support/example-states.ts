import { messageIdOf } from '../../../server/src/domain/uid.ts';
import { insertRows, type Rows } from './rows.ts';
import type { TestServer } from './server.ts';

/** The apps of the examples, by id: that which calls, and one that trusts it. */
export interface ExampleApps {
  own: number;
  partner: number;
  /** One that does not. */
  stranger: number;
}

export const exampleKeys = { own: 'dcf71ef5082057832bd44fbd', partner: '4f7aef34fb361292c566a1cd', stranger: '8luwapkvucoil' };

const [chess, go, room] = [10055201, 10055202, 12500011];
/** 2026-01-31 10:38:19 in the server's zone. */
const inLoggedHour = Date.UTC(2026, 0, 31, 2, 38, 19);

/** What many examples name. */
function common({ own, partner }: ExampleApps, at: number): Rows {
  const times = { created_at: at, updated_at: at };
  const users = (app_id: number, ...ids: string[]) => ids.map((user_id) => ({ app_id, user_id, ...times }));
  const trust = (app_id: number, trusted_id: number) => ({ app_id, trusted_id, created_at: at });
  const javen = { app_id: own, user_id: 'javen' };
  return {
    app_trusts: [trust(own, partner), trust(partner, own)],
    users: [...users(own, 'jlk456j5', 'javen', 'fang', 'li', 'eddie'), ...users(partner, 'fang', 'li', 'eddie')],
    groups: [chess, go].map((gid) => ({ ...group(gid), app_id: own, owner_app_id: own, owner_id: 'javen', ...times })),
    group_members: [chess, go].map((gid) => ({ gid, ...javen })),
    chatrooms: [
      { room_id: room, chatroom_id: String(room), exclusive: false },
      { room_id: room + 1, chatroom_id: String(room + 1), exclusive: false },
      { room_id: room + 2, chatroom_id: 'room-10001' },
    ].map((one) => ({ ...one, app_id: own, name: 'Room', owner_id: 'javen', destroy_when: 'idle', created_at: at, last_active_at: at })),
    chatroom_members: [{ room_id: room, ...javen, joined_at: at }],
    sensitive_words: ['FREE', 'lottery'].map((word) => ({ app_id: own, word, created_at: at })),
    media: [
      {
        app_id: own,
        media_id: 'diglot/image/F39AA12204DAB6A20839D1C048E94032',
        kind: 'image',
        bytes: 1,
        hash: '',
        content_type: 'image/png',
        created_at: at,
        stored: true,
      },
    ],
  };
}

const group = (gid: number) => ({ gid, group_id: String(gid), name: 'Chess club', max_members: 500 });

/** A message that is sent now, in a conversation of its own. */
async function send({ ctx }: TestServer, message: { app: number; id: number; from: string; to: string; at: number }): Promise<void> {
  const { app: app_id, id, from: sender_id, to, at } = message;
  const key = { app_id, kind: 1, key: [sender_id, to].toSorted().join() };
  const conversation = await ctx.db
    .insertInto('conversations')
    .values({ ...key, last_seq: 1, last_sent_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  const text = { object_name: 'RC:TxtMsg', content: '{"content":"Hello"}', options: '{"expansion":{"type":"1"}}' };
  const place = { conversation_id: conversation.id, seq: 1, id, app_id, from_other: false };
  await insertRows(ctx.db, { messages: [{ ...place, sender_id, ...text, sent_at: at, persisted: true }] });
}

const friendship = ({ own }: ExampleApps, friend_app_id: number): Rows => ({
  friends: ['fang', 'li'].flatMap((friend_id) => [
    { app_id: own, user_id: 'javen', friend_app_id, friend_id },
    { app_id: friend_app_id, user_id: friend_id, friend_app_id: own, friend_id: 'javen' },
  ]),
});
const block = ({ own }: ExampleApps, blocked_app_id: number): Rows => ({
  blocklists: ['fang', 'li'].map((blocked_id) => ({ app_id: own, user_id: 'javen', blocked_app_id, blocked_id })),
});
const inGroup = (app_id: number, ...ids: string[]): Rows => ({ group_members: ids.map((user_id) => ({ gid: chess, app_id, user_id })) });
const inRoom = (app_id: number, ...ids: string[]): Rows => ({
  chatroom_members: ids.map((user_id) => ({ room_id: room, app_id, user_id, joined_at: 0 })),
});
const quiet = ({ own }: ExampleApps, target_app_id: number): Rows => {
  const level = { kind: 3, target_id: String(go), channel: '', level: 5, by_switch: true };
  return { notification_levels: [{ app_id: own, user_id: 'javen', target_app_id, ...level }] };
};

/** What an example needs besides, by operation. */
const more: Record<string, (apps: ExampleApps, on: TestServer) => Rows | Promise<Rows | undefined>> = {
  removeKeptAliveChatroom: ({ own }) => ({ chatroom_keepalives: [{ app_id: own, chatroom_id: 'room-10001' }] }),
  deleteHistoryLog: async ({ own }, on) => {
    await send(on, { app: own, id: 1, from: 'alice', to: 'carol', at: inLoggedHour });
    on.clock.advance(60 * 60 * 1000);
    return undefined;
  },
  // Nobody has the names yet.
  registerUsers: async ({ own }, { ctx }) => {
    await ctx.db.deleteFrom('users').where('app_id', '=', own).execute();
    return undefined;
  },
  removeFromBlacklist: (apps) => block(apps, apps.own),
  removeFromCrossBlacklist: (apps) => block(apps, apps.partner),
  setFriendNotes: (apps) => friendship(apps, apps.own),
  removeFriends: (apps) => friendship(apps, apps.own),
  setCrossFriendNotes: (apps) => friendship(apps, apps.partner),
  removeCrossFriends: (apps) => friendship(apps, apps.partner),
  changeGroupMembers: ({ own }) => inGroup(own, 'eddie'),
  removeGroupMembers: ({ own }) => inGroup(own, 'fang', 'eddie'),
  silenceGroupMembers: ({ own }) => inGroup(own, 'fang', 'eddie'),
  transferGroup: ({ own }) => inGroup(own, 'fang'),
  changeCrossGroupMembers: ({ partner }) => inGroup(partner, 'eddie'),
  updateChatroom: ({ own }) => inRoom(own, 'fang'),
  removeChatroomMembers: ({ own }) => inRoom(own, 'fang', 'eddie'),
  changeCrossChatroomMembers: ({ partner }) => inRoom(partner, 'eddie'),
  setGroupShield: ({ own }) => ({ group_shields: [{ app_id: own, user_id: 'javen', group_id: String(go) }] }),
  setDoNotDisturb: (apps) => quiet(apps, apps.own),
  // The groups are the partner's there.
  setCrossDoNotDisturb: async (apps, { ctx }) => {
    await ctx.db.updateTable('groups').set({ app_id: apps.partner }).where('gid', 'in', [chess, go]).execute();
    return quiet(apps, apps.partner);
  },
  sendMessage: async ({ own }, { ctx }) => {
    await ctx.db.updateTable('users').set({ is_admin: true }).where('app_id', '=', own).where('user_id', '=', 'fang').execute();
    return undefined;
  },
  removeTrust: ({ own, stranger }) => ({
    app_trusts: [
      { app_id: own, trusted_id: stranger, created_at: 0 },
      { app_id: stranger, trusted_id: own, created_at: 0 },
    ],
  }),
};

/** Makes what the operation's example names. */
export async function makeExampleState(on: TestServer, apps: ExampleApps, operationId: string): Promise<void> {
  const at = on.clock.now();
  await insertRows(on.ctx.db, common(apps, at));
  await send(on, { app: apps.own, id: messageIdOf('BL04-GJA8-JK4C-QENM')!, from: 'alice', to: 'bob', at });
  await send(on, { app: apps.own, id: 43143728109, from: 'javen', to: 'fang', at });
  await insertRows(on.ctx.db, (await more[operationId]?.(apps, on)) ?? {});
}
