import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Where generated code goes, from the repository's root. */
export const api = 'packages/api/src';
/** Documents, each `spec/<name>/openapi.yaml`. */
export const documentNames = ['rongcloud', 'jmessage', 'admin'] as const;
export type DocumentName = (typeof documentNames)[number];

/** The command line tool of a package that scripts/ depends on. */
export function tool(name: string): string {
  return join(root, 'scripts/node_modules/.bin', name);
}
