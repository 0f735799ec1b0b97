import type { Ctx } from '../../context.ts';
import { findGroupVoice } from '../../store/group-mutes.ts';

export type GroupVerdict = 'yes' | 'group-unknown' | 'sender-not-in-group' | 'sender-muted-in-group';

/**
 * Whether the user's client may send to the group. A mute of the user, in this group or in all, silences; else the allowlist frees; else
 * a mute of all members silences. Only members send; of a stranger who is muted the mute is told, since joining would not end it.
 */
export async function maySendToGroup(ctx: Ctx, { groupId, senderId }: { groupId: string; senderId: string }): Promise<GroupVerdict> {
  const voice = await findGroupVoice(ctx.db, { appId: ctx.app.id, groupId }, { userId: senderId, now: ctx.clock.now() });
  if (voice.muted || (voice.groupMuted && !voice.allowed)) return 'sender-muted-in-group';
  if (!voice.known) return 'group-unknown';
  return voice.member ? 'yes' : 'sender-not-in-group';
}
