import type { Ctx } from '../../context.ts';
import { findVoice } from '../../store/chatroom-restrictions.ts';
import { at } from './moment.ts';

export interface Sending {
  chatroomId: string;
  senderId: string;
  /** Whether the sender's client sends, or the app's server in the sender's name. */
  by: 'client' | 'server';
}

/**
 * Whether mutes let the message pass; membership is not looked at. The strongest rule that applies decides: the server is free,
 * a mute in all chatrooms silences, the allowlist frees, a mute in this chatroom silences, a mute of all its members silences.
 */
export async function maySendToChatroom(ctx: Ctx, { chatroomId, senderId, by }: Sending): Promise<boolean> {
  if (by === 'server') return true;
  const { mutedEverywhere, allowed, muted, roomMuted } = await findVoice(ctx.db, { ...at(ctx), chatroomId }, senderId);
  if (mutedEverywhere) return false;
  return allowed || !(muted || roomMuted);
}
