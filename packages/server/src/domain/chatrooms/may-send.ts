import type { Ctx } from '../../context.ts';
import { findVoice } from '../../store/chatroom-restrictions.ts';
import { at } from './moment.ts';

export type ChatroomVerdict = 'yes' | 'room-unknown' | 'sender-not-in-room' | 'sender-blocked-in-room' | 'sender-muted-in-room';

/**
 * Whether the user's client may send to the chatroom. A mute in all chatrooms silences; else the allowlist frees; else a mute in this
 * chatroom or of all its members silences. Only members send; a block or a mute is told first, since joining would not end it.
 */
export async function maySendToChatroom(
  ctx: Ctx,
  { chatroomId, senderId }: { chatroomId: string; senderId: string },
): Promise<ChatroomVerdict> {
  const voice = await findVoice(ctx.db, { ...at(ctx), chatroomId }, senderId);
  if (voice.blocked) return 'sender-blocked-in-room';
  if (voice.mutedEverywhere || ((voice.muted || voice.roomMuted) && !voice.allowed)) return 'sender-muted-in-room';
  if (!voice.known) return 'room-unknown';
  return voice.member ? 'yes' : 'sender-not-in-room';
}
