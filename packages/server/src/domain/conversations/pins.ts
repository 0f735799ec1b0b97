import type { Ctx } from '../../context.ts';
import * as store from '../../store/conversation-settings.ts';
import { type ConversationKind, conversationKinds } from '../messages/conversation.ts';

/** A conversation as one user sees it. */
export interface ConversationView {
  userId: string;
  kind: ConversationKind;
  /** The other user, the group, or who sends the notifications. */
  targetId: string;
}

/** Neither the user nor the target needs to exist. */
export async function setPinned(ctx: Ctx, view: ConversationView, pinned: boolean): Promise<void> {
  await store.setPinned(ctx.db, rowOf(ctx, view), pinned);
}

/** Whether the conversation stands at the top of the user's list. */
export async function isPinned(ctx: Ctx, view: ConversationView): Promise<boolean> {
  return store.isPinned(ctx.db, rowOf(ctx, view));
}

function rowOf(ctx: Ctx, { userId, kind, targetId }: ConversationView): store.ConversationView {
  return { appId: ctx.app.id, userId, kind: conversationKinds[kind], targetId };
}
