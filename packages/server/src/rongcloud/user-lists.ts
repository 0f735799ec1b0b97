import type { rongcloud } from '@diglot/api';
import type { RequestCtx } from '../context.ts';
import { findAllowlistUsers, switchAllowlists } from '../domain/users/allowlist-switch.ts';
import { addToList, pageOfList, removeFromList, type WhichList } from '../domain/users/lists.ts';
import type { Handlers } from '../http/dialect.ts';
import { readPageToken, writePageToken } from './page-token.ts';
import { success } from './present.ts';

type PageBody = rongcloud.operations['listBlocklistUsers']['requestBody']['content']['application/x-www-form-urlencoded'];

const defaultSize = 1000;

export const userLists = {
  addBlocklistUsers: async (ctx, { body }) => {
    await addToList(ctx, { userId: body.userId, kind: 'block' }, body.blackUserId);
    return success();
  },

  removeBlocklistUsers: async (ctx, { body }) => {
    await removeFromList(ctx, { userId: body.userId, kind: 'block' }, body.blackUserId);
    return success();
  },

  listBlocklistUsers: async (ctx, { body }) => page(ctx, body, 'block'),

  setAllowlistSwitch: async (ctx, { body }) => {
    await switchAllowlists(ctx, body.userId, body.whiteSetting === 1);
    return success();
  },

  getAllowlistSwitch: async (ctx, { body }) => {
    const on = await findAllowlistUsers(ctx, body.userId);
    return success({ users: body.userId.map((userId) => ({ userId, whiteSetting: on.has(userId) ? '1' : '0' }) as const) });
  },

  addAllowlistUsers: async (ctx, { body }) => {
    await addToList(ctx, { userId: body.userId, kind: 'allow' }, body.whiteUserId);
    return success();
  },

  removeAllowlistUsers: async (ctx, { body }) => {
    await removeFromList(ctx, { userId: body.userId, kind: 'allow' }, body.whiteUserId);
    return success();
  },

  listAllowlistUsers: async (ctx, { body }) => page(ctx, body, 'allow'),
} satisfies Partial<Handlers<rongcloud.operations>>;

async function page(ctx: RequestCtx, body: PageBody, kind: WhichList['kind']) {
  const before = body.pageToken === undefined ? undefined : readPageToken(body.pageToken);
  const { entries, more } = await pageOfList(ctx, { userId: body.userId, kind }, { before, limit: body.size || defaultSize });
  return success({ users: entries.map(({ userId }) => userId), ...(more && { next: writePageToken(entries.at(-1)!.position) }) });
}
