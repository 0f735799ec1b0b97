import { documents } from '@diglot/api/documents';
import type { Dialect } from '../http/dialect.ts';
import type { OpenApiDocument } from '../http/document.ts';
import { addsLineBreak, normalizeQuery, parseBody } from './body.ts';
import { renderFailure } from './errors.ts';
import { handlers } from './handlers.ts';
import { authenticate } from './security.ts';

/** The JMessage REST API, v1 and v2. */
export const jmessage: Dialect = {
  name: 'jmessage',
  document: documents.jmessage as unknown as OpenApiDocument,
  handlers,
  claims: ({ path, headers }) => /^\/(v1|v2|groups|cross|sdkregister|media)(\/|$)/.test(path) || 'authorization' in headers,
  authenticate,
  parseBody,
  addsLineBreak,
  normalizeQuery,
  failure: renderFailure,
  rateLimitHeaders: ({ limit, remaining, resetSeconds }) => ({
    'X-Rate-Limit-Limit': limit,
    'X-Rate-Limit-Remaining': remaining,
    'X-Rate-Limit-Reset': resetSeconds,
  }),
};
