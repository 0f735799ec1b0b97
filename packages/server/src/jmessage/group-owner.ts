import type { jmessage } from '@diglot/api';
import { transferGroup } from '../domain/groups/membership.ts';
import type { Handlers } from '../http/dialect.ts';

export const groupOwner = {
  transferGroup: async (ctx, { path, body: { username: userId, appkey: appKey } }) => {
    await transferGroup(ctx, path.gid, { userId, appKey });
  },
} satisfies Partial<Handlers<jmessage.operations>>;
