import type { admin } from '@diglot/api';
import type { AdminCtx } from '../context.ts';
import { firstSettings } from '../domain/app-settings.ts';
import { type App, createApp, getApp, pageOfApps, renameApp, rotateSecret } from '../domain/apps.ts';
import { DomainError } from '../domain/errors.ts';
import type { Handlers } from '../http/dialect.ts';
import { requireBuckets } from './buckets.ts';

const defaultLimit = 50;

export const app = {
  listApps: async (ctx, { query: { after, limit = defaultLimit } }) => {
    const { apps, more } = await pageOfApps(ctx.db, { after, limit });
    return { apps: apps.map(presentApp), ...(more && { next: apps.at(-1)!.key }) };
  },

  createApp: async (ctx, { body: { name, appKey, appSecret, settings = {} } }) => {
    requireBuckets(settings, 'settings.');
    const given = { ...(appKey !== undefined && { key: appKey }), ...(appSecret !== undefined && { secret: appSecret }) };
    const created = await createApp(ctx, { name, ...given, settings: firstSettings(settings, 'settings') });
    if (!created) throw new DomainError('app-exists', { field: 'appKey', subject: appKey! });
    return { ...presentApp(created), appSecret: created.secret };
  },

  getApp: async (ctx, { path }) => presentApp(await getApp(ctx.db, path.appKey)),

  updateApp: async (ctx, { path, body }) => presentApp(await renameApp(ctx, path.appKey, body.name)),

  rotateAppSecret: async (ctx, { path }) => {
    const { key, secret } = await rotateSecret(ctx, path.appKey);
    return { appKey: key, appSecret: secret };
  },
} satisfies Partial<Handlers<admin.operations, AdminCtx>>;

/** Without the secret. */
export function presentApp({ key, name, createdAt }: App): admin.components['schemas']['App'] {
  return { appKey: key, name, createdAt: new Date(createdAt).toISOString() };
}
