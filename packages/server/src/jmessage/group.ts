import type { jmessage } from '@diglot/api';
import type { RequestCtx } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { type Group, listGroups, listGroupsOf, listMembers } from '../domain/groups/lists.ts';
import { changeMembers } from '../domain/groups/membership.ts';
import { setMemberMutes } from '../domain/groups/mutes.ts';
import { createGroup, deleteGroup, getGroup, updateGroup } from '../domain/groups/owned-groups.ts';
import { changeShields } from '../domain/groups/shields.ts';
import { requireRegistered } from '../domain/users/registered.ts';
import type { Handlers } from '../http/dialect.ts';
import { readChange } from './entries.ts';
import { requireName } from './names.ts';
import { dateTime } from './present.ts';
import { presentMember } from './user-present.ts';

const publicGroup = 2;

export const group = {
  createGroup: async (ctx, { body }) => {
    const { owner_username: ownerId, name, members_username = [], desc: description, avatar, flag } = body;
    const memberIds = members_username.filter((username) => username !== ownerId);
    const created = await createGroup(ctx, { ownerId, memberIds, name, description, avatar, isPublic: flag === publicGroup });
    return { ...presentGroup(ctx, created), members_username: memberIds };
  },

  getGroup: async (ctx, { path }) => presentGroup(ctx, await getGroup(ctx, path.gid)),

  updateGroup: async (ctx, { path, body: { name, desc, avatar } }) => {
    if (name === undefined && desc === undefined && avatar === undefined) {
      throw new DomainError('parameter-missing', { field: 'name, desc or avatar' });
    }
    await requireName(name, () => getGroup(ctx, path.gid));
    await updateGroup(ctx, path.gid, {
      ...(name !== undefined && { name }),
      ...(desc !== undefined && { description: desc }),
      ...(avatar !== undefined && { avatar }),
    });
  },

  deleteGroup: async (ctx, { path }) => {
    await deleteGroup(ctx, path.gid);
  },

  changeGroupMembers: async (ctx, { path, body }) => {
    await changeMembers(ctx, path.gid, [readChange(body)]);
  },

  addGroupMembers: async (ctx, { path, body }) => {
    await changeMembers(ctx, path.gid, [{ add: body, remove: [] }]);
  },

  removeGroupMembers: async (ctx, { path, body }) => {
    await changeMembers(ctx, path.gid, [{ add: [], remove: body }]);
  },

  silenceGroupMembers: async (ctx, { path, query, body }) => {
    await setMemberMutes(ctx, path.gid, { userIds: body, muted: query.status });
  },

  listGroupMembers: async (ctx, { path }) => {
    const members = await listMembers(ctx, path.gid);
    return members.map((member) => ({ ...presentMember(member), ...(member.app_id !== ctx.app.id && { appkey: member.app_key }) }));
  },

  listUserGroups: async (ctx, { path }) => {
    await requireRegistered(ctx, [path.username]);
    const groups = await listGroupsOf(ctx, path.username);
    return groups.map((each) => presentGroup(ctx, each));
  },

  listGroups: async (ctx, { query: { start = 0, count = 500 } }) => {
    const { total, groups } = await listGroups(ctx, { offset: start, limit: count });
    return { total, start, count: groups.length, groups: groups.map((each) => presentGroup(ctx, each)) };
  },

  setGroupShield: async (ctx, { path, body }) => {
    const { add, remove } = readChange(body);
    await changeShields(ctx, path.username, { add: add.map(Number), remove: remove.map(Number) });
  },
} satisfies Partial<Handlers<jmessage.operations>>;

function presentGroup(ctx: RequestCtx, row: Group): jmessage.components['schemas']['Group'] {
  return {
    gid: row.gid,
    name: row.name,
    desc: row.description ?? '',
    ...(row.owner_app_id === row.app_id && { owner_username: row.owner_id! }),
    ...(row.avatar && { avatar: row.avatar }),
    appkey: ctx.app.key,
    MaxMemberCount: row.max_members,
    mtime: dateTime(ctx, row.updated_at),
    ctime: dateTime(ctx, row.created_at),
  };
}
