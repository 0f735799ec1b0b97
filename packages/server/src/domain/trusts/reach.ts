import type { Ctx } from '../../context.ts';
import { holdTrusted } from '../../store/app-trusts.ts';
import { inApp, type ScopedId } from '../../store/scoped-ids.ts';
import { type App, toApp } from '../apps.ts';
import { DomainError } from '../errors.ts';

/** A part of a call that is about one app: the calling one where no key is given. Case and blanks around a key do not count. */
export interface AppPart {
  appKey?: string | undefined;
}

/** Users of one app. */
export interface UsersOfApp extends AppPart {
  userIds: string[];
}

/** Users of one app who come and go. */
export interface MemberChange extends AppPart {
  add: string[];
  remove: string[];
}

/** Ids that a part of the call names, as those of its app. */
export type InPart = <Id extends string | number>(part: AppPart, ids: readonly Id[]) => ScopedId<Id>[];

/**
 * Finds the apps of the parts. Apps that trust the calling one do so until the transaction ends; it goes before any other lock.
 * Fails with `app-not-trusted` for all others, whether there is such an app or not.
 */
export async function reachApps(ctx: Ctx, parts: AppPart[]): Promise<InPart> {
  const known = new Map([[normal(ctx.app.key), ctx.app.id]]);
  const keyOf = ({ appKey = ctx.app.key }: AppPart) => normal(appKey);
  const foreign = parts.map(keyOf).filter((key) => !known.has(key));
  const trusted = foreign.length > 0 ? await holdTrusted(ctx.db, ctx.app.id, foreign) : [];
  for (const app of trusted) known.set(normal(app.app_key), app.id);
  const refused = parts.find((part) => !known.has(keyOf(part)));
  if (refused) throw new DomainError('app-not-trusted', { subject: refused.appKey! });
  return (part, ids) => inApp(known.get(keyOf(part))!, ids);
}

/** The app that a key names; the calling one when it is empty. Fails as `reachApps` does. */
export async function reachApp(ctx: Ctx, appKey: string): Promise<App> {
  const key = normal(appKey);
  if (key === '' || key === normal(ctx.app.key)) return ctx.app;
  const [trusted] = await holdTrusted(ctx.db, ctx.app.id, [key]);
  if (!trusted) throw new DomainError('app-not-trusted', { subject: appKey });
  return toApp(trusted);
}

function normal(appKey: string): string {
  return appKey.trim().toLowerCase();
}
