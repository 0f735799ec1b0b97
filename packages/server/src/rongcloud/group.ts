import type { rongcloud } from '@diglot/api';
import type { RequestCtx } from '../context.ts';
import { listGroupsOf, listMemberIds } from '../domain/groups/lists.ts';
import { dismissGroup, holdGroup, joinGroup, quitGroup, renameGroup } from '../domain/groups/open-groups.ts';
import { syncGroups } from '../domain/groups/sync.ts';
import type { Handlers } from '../http/dialect.ts';
import { type BoundMessageFields, readBoundMessage, sendBoundMessage } from './bound-message.ts';
import { pageOf, success } from './present.ts';

type Joining = rongcloud.operations['joinGroup']['requestBody']['content']['application/x-www-form-urlencoded'];

/** What the list of a user's groups gives when no page is asked for. */
const unpaged = { offset: 0, limit: 5000 };

export const group = {
  createGroup: async (ctx, { body }) => join(ctx, body),

  joinGroup: async (ctx, { body }) => join(ctx, body),

  dismissGroup: async (ctx, { body }) => {
    const bound = await holdForMessage(ctx, body);
    // Sent first, so that it still finds its readers.
    const sent = await sendBoundMessage(ctx, body.groupId, bound);
    await dismissGroup(ctx, body.groupId);
    return success({ memberCount: 0, ...sent });
  },

  quitGroup: async (ctx, { body }) => {
    const bound = await holdForMessage(ctx, body);
    // Sent first, as above.
    const sent = await sendBoundMessage(ctx, body.groupId, bound);
    const memberCount = await quitGroup(ctx, body.groupId, body.userId);
    return success({ memberCount, ...sent });
  },

  listGroupMembers: async (ctx, { body }) => {
    const userIds = await listMemberIds(ctx, body.groupId);
    return success({ users: userIds.map((id) => ({ id })) });
  },

  syncUserGroups: async (ctx, { body }) => {
    await syncGroups(ctx, body.userId, new Map(Object.entries(body.group ?? {}).map(([groupId, name]) => [groupId, name || null])));
    return success();
  },

  listUserGroups: async (ctx, { body }) => {
    const groups = await listGroupsOf(ctx, body.userId, body.page ? pageOf(body.page, body.size, 50) : unpaged);
    return success({ groups: groups.map(({ group_id, name }) => ({ id: group_id, name })) });
  },

  updateGroup: async (ctx, { body }) => {
    const bound = await holdForMessage(ctx, body);
    const memberCount = await renameGroup(ctx, body.groupId, body.groupName);
    return success({ memberCount, ...(await sendBoundMessage(ctx, body.groupId, bound)) });
  },
} satisfies Partial<Handlers<rongcloud.operations>>;

/** Creating is joining by another name. */
async function join(ctx: RequestCtx, body: Joining) {
  const bound = await holdForMessage(ctx, body);
  const { groupId, groupName: name = null, userId: userIds, maxMember } = body;
  const memberCount = await joinGroup(ctx, { groupId, name }, { userIds, ceiling: maxMember || undefined });
  return success({ memberCount, ...(await sendBoundMessage(ctx, groupId, bound)) });
}

/** Reads the bound message, and holds the group when there is one. */
async function holdForMessage(ctx: RequestCtx, body: BoundMessageFields & { groupId: string }) {
  const bound = readBoundMessage(body);
  if (bound) await holdGroup(ctx, body.groupId);
  return bound;
}
