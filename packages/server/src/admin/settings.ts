import type { admin } from '@diglot/api';
import type { AdminCtx } from '../context.ts';
import { changeSettings } from '../domain/app-settings.ts';
import { getApp } from '../domain/apps.ts';
import type { Handlers } from '../http/dialect.ts';
import { rateLimitBuckets, requireBuckets } from './buckets.ts';

export const settings = {
  getSettings: async (ctx, { path }) => (await getApp(ctx.db, path.appKey)).settings,

  updateSettings: async (ctx, { path, body }) => {
    requireBuckets(body);
    const app = await getApp(ctx.db, path.appKey);
    return (await changeSettings({ ...ctx, app }, body)).settings;
  },

  listRateLimits: async () => ({ rateLimits: rateLimitBuckets() }),
} satisfies Partial<Handlers<admin.operations, AdminCtx>>;
