import type { admin } from '@diglot/api';
import type { AdminCtx } from '../context.ts';
import { type App, getApp } from '../domain/apps.ts';
import { grantTrust, listTrusts, revokeTrust } from '../domain/trusts/grants.ts';
import type { Handlers } from '../http/dialect.ts';
import { presentApp } from './app.ts';

export const trust = {
  listTrusts: async (ctx, { path }) => {
    const apps = await listTrusts(ctx, await getApp(ctx.db, path.appKey));
    return { apps: apps.map(presentApp) };
  },

  addTrust: async (ctx, { path }) => {
    await grantTrust(ctx, await pairOf(ctx, path));
  },

  removeTrust: async (ctx, { path }) => {
    await revokeTrust(ctx, await pairOf(ctx, path));
  },
} satisfies Partial<Handlers<admin.operations, AdminCtx>>;

async function pairOf({ db }: AdminCtx, { appKey, otherKey }: { appKey: string; otherKey: string }): Promise<[App, App]> {
  return [await getApp(db, appKey), await getApp(db, otherKey)];
}
