import type { Ctx } from '../../context.ts';
import type { App } from '../apps.ts';
import { DomainError } from '../errors.ts';
import type { Origin } from '../messages/may-send.ts';
import { readText, withText } from './text-field.ts';

/** What the app's words make of a message: the word that blocks it, or its content with other words replaced. */
export type Screened = { blockedBy: string } | { content: string };

/**
 * Looks for the app's sensitive words in the text of a message, if the app has them looked for in messages of this origin. Fails with
 * `message-blocked` about a client's message; the app's server is told of acceptance, not of delivery. Inside a transaction it is for contexts
 * of `withFilterReady`: the words are read on another connection, and the embedded database has one.
 */
export async function screen(ctx: Ctx, message: { objectName: string; content: string }, origin: Origin): Promise<Screened> {
  if (!isSearched(ctx.app, origin)) return message;
  const text = readText(message);
  if (text === undefined) return message;
  const verdict = (await ctx.wordFilters.of(ctx.app)).judge(text);
  if ('text' in verdict) return { content: verdict.text === text ? message.content : withText(message, verdict.text) };
  if (origin === 'client') throw new DomainError('message-blocked', { subject: verdict.blockedBy });
  return verdict;
}

/** The context for a transaction in which the app's server may send: it holds the filter that this needs. */
export async function withFilterReady<C extends Ctx>(ctx: C): Promise<C> {
  if (!isSearched(ctx.app, 'server')) return ctx;
  const filter = await ctx.wordFilters.of(ctx.app);
  return { ...ctx, wordFilters: { of: async () => filter } };
}

/** An app that never changed its words has none. */
function isSearched(app: App, origin: Origin): boolean {
  return app.wordsVersion > 0 && app.settings.sensitiveWords[`${origin}Messages`];
}
