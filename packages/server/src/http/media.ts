import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { RequestCtx, Services } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import type { ByteSpan } from '../domain/media/blob-store.ts';
import { type Media, type MediaLink, openLink } from '../domain/media/links.ts';
import { blobKey } from '../domain/media/uploads.ts';
import { baseUrlOf } from './base-url.ts';

/** `/media/<app key>/<media id>?expires=…&signature=…`. */
export function mediaUrl(ctx: RequestCtx, { mediaId, expires, signature }: MediaLink): string {
  return `${baseUrlOf(ctx)}/media/${ctx.app.key}/${mediaId}?${new URLSearchParams({ expires, signature })}`;
}

interface Exchange {
  req: Request;
  res: Response;
}

/** Serves files to whoever holds a link; any other request below `/media` is `media-unknown`. Failures are left to `refuse`. */
export function mediaDownloads(services: Services, refuse: (failure: Exchange & { error: unknown }) => Promise<void>): Router {
  const router = Router();
  router.use('/media', async (req, res) => {
    try {
      await sendMedia(services, { req, res }, await requestedMedia(services, req));
    } catch (error) {
      await refuse({ req, res, error });
    }
  });
  return router;
}

async function requestedMedia(services: Services, req: Request): Promise<Media> {
  const [, appKey = '', mediaId = ''] = /^\/([^/]+)\/(.+)$/.exec(req.path) ?? [];
  const app = await services.apps.find(appKey);
  if (!app || !['GET', 'HEAD'].includes(req.method)) throw new DomainError('media-unknown', { subject: mediaId });
  return openLink({ ...services, app }, { mediaId, expires: String(req.query.expires), signature: String(req.query.signature) });
}

async function sendMedia({ blobs }: Services, { req, res }: Exchange, media: Media): Promise<void> {
  const plan = planAnswer(req, media);
  const hasContent = plan.status < 300 && req.method !== 'HEAD';
  const content = hasContent ? await blobs.read(blobKey(media), plan.span) : undefined;
  describe(res.status(plan.status), media, plan.span);
  // Whoever has gone needs no answer; whoever has not sees that the rest is missing.
  if (content) await pipeline(content, res).catch(() => {});
  else res.end();
}

interface Plan {
  status: 200 | 206 | 304 | 416;
  /** What is sent; undefined: all of it. */
  span?: ByteSpan;
}

/** Several ranges, and what is no range, count for nothing. */
function planAnswer(req: Request, { bytes, hash }: Media): Plan {
  const tag = `"${hash}"`;
  if (req.get('If-None-Match')?.includes(tag)) return { status: 304 };
  const condition = req.get('If-Range');
  if (condition !== undefined && condition !== tag) return { status: 200 };
  const ranges = req.range(bytes, { combine: true });
  if (ranges === -1) return { status: 416 };
  const [span, ...others] = Array.isArray(ranges) && ranges.type === 'bytes' ? ranges : [];
  return span && others.length === 0 ? { status: 206, span } : { status: 200 };
}

/** What is no image or voice is downloaded, never shown as a page, and nobody is to guess another type. */
function describe(res: Response, { name, bytes, hash, content_type }: Media, span: ByteSpan | undefined): void {
  if (name === null) res.setHeader('Content-Disposition', 'inline');
  else res.attachment(name);
  res.set({
    'Content-Type': content_type,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, max-age=3600, immutable',
    'Accept-Ranges': 'bytes',
    ETag: `"${hash}"`,
  });
  if (res.statusCode === 206) res.setHeader('Content-Range', `bytes ${span!.start}-${span!.end}/${bytes}`);
  if (res.statusCode === 416) res.setHeader('Content-Range', `bytes */${bytes}`);
  res.setHeader('Content-Length', res.statusCode === 416 ? 0 : span ? span.end - span.start + 1 : bytes);
}
