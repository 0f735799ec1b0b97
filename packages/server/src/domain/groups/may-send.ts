import type { Ctx } from '../../context.ts';
import { findGroupVoice } from '../../store/group-mutes.ts';

/**
 * Whether mutes let the user's client send to the group; membership is not looked at. A mute of the user, in this group or in all,
 * silences; else the allowlist frees; else a mute of all members silences.
 */
export async function maySendToGroup(ctx: Ctx, { groupId, userId }: { groupId: string; userId: string }): Promise<boolean> {
  const { muted, groupMuted, allowed } = await findGroupVoice(ctx.db, { appId: ctx.app.id, groupId }, { userId, now: ctx.clock.now() });
  return !muted && (allowed || !groupMuted);
}
