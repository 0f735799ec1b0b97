import type { jmessage } from '@diglot/api';
import { changeRoomMembers } from '../domain/chatrooms/membership.ts';
import { listGroupsAcrossApps, listMembers } from '../domain/groups/lists.ts';
import { changeMembers } from '../domain/groups/membership.ts';
import type { MemberChange, UsersOfApp } from '../domain/trusts/reach.ts';
import { addToBlocklist, getBlocklist, removeFromBlocklist } from '../domain/users/blocklist.ts';
import { addFriends, removeFriends, setFriendNotes } from '../domain/users/friends.ts';
import { changeQuiet } from '../domain/users/quiet.ts';
import type { Handlers } from '../http/dialect.ts';
import { readChange, readQuiet, requireFew } from './entries.ts';
import { readNote } from './friend.ts';
import { dateTime } from './present.ts';
import { presentBlocked, presentMember } from './user-present.ts';

type Schemas = jmessage.components['schemas'];

const maxRoomNames = 3000;

export const crossApp = {
  changeCrossGroupMembers: async (ctx, { path, body }) => {
    await changeMembers(ctx, path.gid, readMembers(entriesOf(body)));
  },

  changeCrossChatroomMembers: async (ctx, { path, body }) => {
    await changeRoomMembers(ctx, path.room_id, readMembers(entriesOf(body), { most: maxRoomNames }));
  },

  listCrossGroupMembers: async (ctx, { path }) => {
    const members = await listMembers(ctx, path.gid);
    return members.map((member) => ({ ...presentMember(member), appkey: member.app_key }));
  },

  listCrossUserGroups: async (ctx, { path }) => {
    const groups = await listGroupsAcrossApps(ctx, path.username);
    return groups.map((group) => ({
      gid: group.gid,
      name: group.name,
      desc: group.description ?? '',
      appkey: group.app_key,
      max_member_count: group.max_members,
      mtime: dateTime(ctx, group.updated_at),
      ctime: dateTime(ctx, group.created_at),
    }));
  },

  addToCrossBlacklist: async (ctx, { path, body }) => {
    await addToBlocklist(ctx, path.username, readUsernames(entriesOf(body)));
  },

  removeFromCrossBlacklist: async (ctx, { path, body }) => {
    await removeFromBlocklist(ctx, path.username, readUsernames(entriesOf(body)));
  },

  getCrossBlacklist: async (ctx, { path }) => {
    const entries = await getBlocklist(ctx, path.username, { acrossApps: true });
    return entries.map((entry) => ({ ...presentBlocked(ctx, entry), appkey: entry.appKey }));
  },

  // An official SDK puts its list into a list.
  setCrossDoNotDisturb: async (ctx, { path, body }) => {
    const targets = entriesOf(body)
      .flat()
      .map((entry) => ({ appKey: entry.appkey, ...readQuiet(entry) }));
    for (const side of ['add', 'remove'] as const) {
      requireFew(targets, ({ users }) => users[side], { field: `single.${side}` });
      requireFew(targets, ({ groups }) => groups[side], { field: `group.${side}` });
    }
    await changeQuiet(ctx, path.username, { targets });
  },

  addCrossFriends: async (ctx, { path, body }) => {
    await addFriends(ctx, path.username, readFriends(entriesOf(body)));
  },

  removeCrossFriends: async (ctx, { path, body }) => {
    await removeFriends(ctx, path.username, readFriends(entriesOf(body)));
  },

  setCrossFriendNotes: async (ctx, { path, body }) => {
    const notes = entriesOf(body).map((entry) => ({ appKey: entry.appkey, ...readNote(entry) }));
    await setFriendNotes(ctx, path.username, notes);
  },
} satisfies Partial<Handlers<jmessage.operations>>;

function entriesOf<Entry>(body: Entry | Entry[]): Entry[] {
  return Array.isArray(body) ? body : [body];
}

function readMembers(entries: Schemas['CrossMembers'][], limit: { most?: number } = {}): MemberChange[] {
  const changes = entries.map((entry, index) => ({ appKey: entry.appkey, ...readChange(entry, `[${index}].`) }));
  for (const side of ['add', 'remove'] as const) requireFew(changes, (change) => change[side], { field: side, ...limit });
  return changes;
}

function readUsernames(entries: Schemas['CrossUsernames'][]): UsersOfApp[] {
  requireFew(entries, ({ usernames }) => usernames, { field: 'usernames' });
  return entries.map(({ appkey, usernames }) => ({ appKey: appkey, userIds: usernames }));
}

function readFriends(entries: Schemas['CrossFriends'][]): UsersOfApp[] {
  requireFew(entries, ({ users }) => users, { field: 'users' });
  return entries.map(({ appkey, users }) => ({ appKey: appkey, userIds: users }));
}
