import type { Ctx } from '../../context.ts';
import { findMedia, type MediaRow } from '../../store/media.ts';
import { DomainError } from '../errors.ts';
import { isSigned, signatureOf } from '../signatures.ts';

/** What is stored of a file. */
export type Media = MediaRow;

/** Who holds a link may fetch one file until it expires. */
export interface MediaLink {
  mediaId: string;
  /** In milliseconds, as text. */
  expires: string;
  signature: string;
}

const linkMillis = 60 * 60 * 1000;
const purpose = 'media';

/**
 * A link to a file of the app, or of one that trusts it, that is good for an hour: at most until the app gets a new secret, or the trust
 * ends. Fails with `media-unknown`.
 */
export async function linkToMedia(ctx: Ctx, mediaId: string): Promise<MediaLink> {
  await getMedia(ctx, mediaId);
  const expires = String(ctx.clock.now() + linkMillis);
  return { mediaId, expires, signature: signatureOf(ctx.app, purpose, `${expires}.${mediaId}`) };
}

/** Fails with `media-unknown` when the link is forged, too old or of another app, too. Trust is asked for again: it may have ended. */
export async function openLink(ctx: Ctx, { mediaId, expires, signature }: MediaLink): Promise<Media> {
  const genuine = isSigned(ctx.app, { purpose, text: `${expires}.${mediaId}` }, signature);
  if (!genuine || ctx.clock.now() >= Number(expires)) throw unknown(mediaId);
  return getMedia(ctx, mediaId);
}

async function getMedia(ctx: Ctx, mediaId: string): Promise<Media> {
  const media = await findMedia(ctx.db, { app_id: ctx.app.id, media_id: mediaId });
  if (!media) throw unknown(mediaId);
  return media;
}

function unknown(mediaId: string): DomainError {
  return new DomainError('media-unknown', { subject: mediaId });
}
