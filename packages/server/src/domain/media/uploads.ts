import { randomBytes } from 'node:crypto';
import type { Ctx } from '../../context.ts';
import { deleteMedia, insertMedia, type MediaRow, markStored, takeAbandoned } from '../../store/media.ts';
import { lastComponent } from './file-name.ts';
import type { IncomingFile } from './incoming.ts';
import { type ImageDetails, inspectImage, inspectVoice, type Nature, type VoiceDetails } from './inspect.ts';

export type MediaKind = MediaRow['kind'];

export interface FileDetails {
  name: string;
}

type Details = ImageDetails | VoiceDetails | FileDetails;

/** A file that is stored, with what its kind has to say. */
export interface StoredMedia {
  mediaId: string;
  details: Details;
}

/** An upload that has not ended in this time died with its process. */
const abandonedMillis = 60 * 60 * 1000;
const abandonedPerCall = 10;

/**
 * Puts the bytes of a file into their place, under a new media id; what it gives, which can be done in a transaction, has them seen.
 * When that is committed, row and bytes are there for good. The row is written first and not seen until the bytes are safe: bytes that a
 * crash leaves behind are found by it. Fails with `parameter-invalid` when the content is not of its kind, with `parameter-too-long` for
 * the name of a file, with `unavailable` while the place for the bytes is out of order.
 */
export async function prepareMedia(ctx: Ctx, file: IncomingFile, kind: MediaKind): Promise<(within: Ctx) => Promise<StoredMedia>> {
  const nature = await natureOf(file, kind);
  const row = newRow(ctx, kind, { ...file, ...nature });
  await removeAbandoned(ctx);
  await insertMedia(ctx.db, row);
  await ctx.blobs.keep(blobKey(row), file.path);
  return async (within) => {
    if (!(await markStored(within.db, row))) throw new Error('the upload took longer than an upload may');
    return { mediaId: row.media_id, details: nature.details };
  };
}

/** Where the bytes are. */
export function blobKey({ app_id, media_id }: Pick<MediaRow, 'app_id' | 'media_id'>): string {
  const id = media_id.replace(/^.*\//, '').toLowerCase();
  return `${app_id}/${id.slice(0, 2)}/${id}`;
}

async function natureOf({ path, name }: IncomingFile, kind: MediaKind): Promise<Nature<Details>> {
  if (kind === 'image') return inspectImage(path);
  if (kind === 'voice') return inspectVoice(path);
  return { contentType: 'application/octet-stream', details: { name: lastComponent(name) } };
}

function newRow(ctx: Ctx, kind: MediaKind, { bytes, hash, contentType, details }: IncomingFile & Nature<Details>): MediaRow {
  return {
    app_id: ctx.app.id,
    media_id: `diglot/${kind}/${randomBytes(16).toString('hex').toUpperCase()}`,
    kind,
    bytes,
    hash,
    content_type: contentType,
    name: 'name' in details ? details.name : null,
    created_at: ctx.clock.now(),
    stored: false,
  };
}

/** No connection is held while the bytes go: a store that does not answer would keep everybody waiting. What fails is tried in an hour. */
async function removeAbandoned(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const rows = await takeAbandoned(ctx.db, { before: now - abandonedMillis, now, limit: abandonedPerCall });
  await Promise.all(rows.map((row) => ctx.blobs.remove(blobKey(row))));
  await deleteMedia(ctx.db, rows);
}
