import { documents } from '@diglot/api/documents';
import type { Dialect } from '../http/dialect.ts';
import type { OpenApiDocument } from '../http/document.ts';
import { readJsonBody } from '../http/json.ts';
import { renderFailure } from './errors.ts';
import { handlers } from './handlers.ts';
import { keyHolder } from './security.ts';

/** Diglot's own API for who runs the server, opened by one key. */
export function adminApi(key: string): Dialect {
  return {
    name: 'admin',
    document: documents.admin as unknown as OpenApiDocument,
    handlers,
    closed: true,
    claims: ({ path }) => /^\/+admin(\/|$)/.test(path),
    authenticate: keyHolder(key),
    parseBody: readJsonBody,
    normalizeQuery: (query) => query,
    failure: renderFailure,
  };
}
