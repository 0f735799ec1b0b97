import type { jmessage } from '@diglot/api';
import type { IncomingFile } from '../domain/media/incoming.ts';
import { linkToMedia } from '../domain/media/links.ts';
import { prepareMedia, type StoredMedia } from '../domain/media/uploads.ts';
import type { Handlers, Success } from '../http/dialect.ts';
import { mediaUrl } from '../http/media.ts';

export const media = {
  uploadMedia: {
    prepare: async (ctx, { query, body: file }) => {
      const store = await prepareMedia(ctx, file, query.type);
      return async (within) => presentMedia(file, await store(within));
    },
  },

  getMedia: async (ctx, { query }) => ({ url: mediaUrl(ctx, await linkToMedia(ctx, query.mediaId)) }),
} satisfies Partial<Handlers<jmessage.operations>>;

/** Also the body of a message of the kind. */
function presentMedia(file: IncomingFile, { mediaId, details }: StoredMedia): Success<jmessage.operations['uploadMedia']> {
  const shared = { media_id: mediaId, media_crc32: file.crc32, fsize: file.bytes, hash: file.hash };
  return 'name' in details ? { ...shared, fname: details.name } : { ...shared, ...details };
}
