import type { rongcloud } from '@diglot/api';
import { setPinned } from '../domain/conversations/pins.ts';
import type { Handlers } from '../http/dialect.ts';
import { success } from './present.ts';

const kinds = { 1: 'private', 3: 'group', 6: 'system' } as const;

export const conversation = {
  setConversationPin: async (ctx, { body }) => {
    await setPinned(ctx, { userId: body.userId, kind: kinds[body.conversationType], targetId: body.targetId }, body.setTop);
    return success();
  },
} satisfies Partial<Handlers<rongcloud.operations>>;
