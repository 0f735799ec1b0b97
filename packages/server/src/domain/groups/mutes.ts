import type { Ctx } from '../../context.ts';
import { deleteGroupMutes, findGroupMute, setGroupMutes } from '../../store/group-mutes.ts';
import { requireMembers } from './membership.ts';
import { getGroup } from './owned-groups.ts';

/**
 * Mutes members until it is lifted, or lifts any mute of theirs. A muted member's clients cannot send to the group.
 * Fails with `group-unknown`, `user-unknown` or `member-unknown`, changing nothing.
 */
export async function setMemberMutes(ctx: Ctx, gid: number, { userIds, muted }: { userIds: string[]; muted: boolean }): Promise<void> {
  const group = await getGroup(ctx, gid);
  await requireMembers(ctx, gid, userIds);
  const key = { appId: ctx.app.id, groupId: group.group_id, userIds };
  if (muted) await setGroupMutes(ctx.db, key, null);
  else await deleteGroupMutes(ctx.db, key);
}

/** Whether the user is muted in the group now. */
export async function isMutedIn(ctx: Ctx, groupId: string, userId: string): Promise<boolean> {
  const mute = await findGroupMute(ctx.db, { appId: ctx.app.id, groupId, userId });
  return mute !== undefined && (mute.muted_until === null || mute.muted_until > ctx.clock.now());
}
