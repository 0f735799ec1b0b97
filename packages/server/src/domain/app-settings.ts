import type { Ctx } from '../context.ts';
import * as store from '../store/apps.ts';
import { afterCommit, inTransaction } from '../store/transaction.ts';
import { type App, toApp } from './apps.ts';
import { DomainError } from './errors.ts';
import { mergeSettings, type SettingsChange, type StoredSettings } from './settings.ts';
import { requireAcceptable } from './settings-rules.ts';

/** What is stored of the settings that a new app is given in a field. Fails with `parameter-invalid` or `parameter-missing`, naming the setting. */
export function firstSettings(given: SettingsChange, field: string): StoredSettings {
  requireAcceptable(given, field);
  return JSON.parse(mergeSettings('{}', given)) as StoredSettings;
}

/**
 * Changes what is named and leaves the rest, also when several change at once. The next request on this node sees it, on other nodes
 * within a second. Fails with `parameter-invalid` or `parameter-missing`, naming the setting, and with `app-unknown` when the app is gone.
 */
export async function changeSettings(ctx: Pick<Ctx, 'db' | 'apps' | 'app'>, change: SettingsChange): Promise<App> {
  requireAcceptable(change);
  return inTransaction(ctx.db, async (tx) => {
    await afterCommit(tx, async () => ctx.apps.forget(ctx.app.key));
    const stored = await store.lockApp(tx, ctx.app.id);
    if (!stored) throw new DomainError('app-unknown', { subject: ctx.app.key });
    return toApp(await store.updateSettings(tx, ctx.app.id, mergeSettings(stored.settings, change)));
  });
}
