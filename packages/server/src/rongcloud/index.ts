import { documents } from '@diglot/api/documents';
import type { Dialect } from '../http/dialect.ts';
import type { OpenApiDocument } from '../http/document.ts';
import { parseBody } from './body.ts';
import { renderFailure } from './errors.ts';
import { handlers } from './handlers.ts';
import { authenticate } from './security.ts';

/** The RongCloud IM Server API, v1. */
export const rongcloud: Dialect = {
  name: 'rongcloud',
  document: documents.rongcloud as unknown as OpenApiDocument,
  handlers,
  claims: ({ path, headers }) => path.endsWith('.json') || 'app-key' in headers || 'rc-app-key' in headers,
  authenticate,
  parseBody,
  normalizeQuery: (query) => query,
  failure: renderFailure,
};
