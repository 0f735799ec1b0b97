import type { Ctx } from '../../context.ts';
import { findStoredIds } from '../../store/media.ts';
import { DomainError } from '../errors.ts';

/** Those of the ids that may not be named: none, unless the app refuses ids that no upload gave, its own or of an app that trusts it. */
export async function findRefusedMedia(ctx: Ctx, mediaIds: Set<string>): Promise<Set<string>> {
  if (ctx.app.settings.unknownMedia === 'accept' || mediaIds.size === 0) return new Set();
  return mediaIds.difference(await findStoredIds(ctx.db, ctx.app.id, [...mediaIds]));
}

/** Takes ids by the fields that name them. Fails with `parameter-invalid` for the first that may not be named. */
export async function requireMedia(ctx: Ctx, mediaIds: Record<string, string | undefined>): Promise<void> {
  const named = Object.entries(mediaIds).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const refused = await findRefusedMedia(ctx, new Set(named.map(([, mediaId]) => mediaId)));
  const wrong = named.find(([, mediaId]) => refused.has(mediaId));
  if (wrong) throw mediaRefused(wrong[0]);
}

/** An empty avatar names nothing. */
export async function requireAvatar(ctx: Ctx, avatar: string | null | undefined): Promise<void> {
  await requireMedia(ctx, { avatar: avatar || undefined });
}

export function mediaRefused(field: string): DomainError {
  return new DomainError('parameter-invalid', { field, reason: 'names no file that was uploaded here' });
}
