import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../generate/bundle.ts';
import { api, type DocumentName, root } from '../paths.ts';

export interface ListedError {
  /** A word in the admin API. */
  code: number | string;
  http: number;
  when: string;
}

interface RateLimit {
  points: number;
  seconds: number;
  unit: string;
  bucket?: string;
  calendarDay?: boolean;
}

export interface DocumentedOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  tag: string;
  errors: ListedError[];
  rateLimits: RateLimit[];
  isIdempotent: boolean;
  /** Further forms of the path. */
  aliases: string[];
  deprecatedAliases: string[];
  /** What the cloud's API list calls it. */
  listNames: string[];
  isBeyondList: boolean;
}

/** What the pages show of one document. */
export interface ReferenceDocument {
  name: DocumentName;
  title: string;
  summary: string;
  document: Document;
  operations: DocumentedOperation[];
  /** Errors of every operation. */
  errors: ListedError[];
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** Reads the bundled document, code samples included. */
export async function readReferenceDocument(name: DocumentName): Promise<ReferenceDocument> {
  const document = JSON.parse(await readFile(join(root, api, `${name}.json`), 'utf8')) as Document;
  const info = document.info as { title: string; summary: string };
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => readOperation(path, method, item)),
  );
  return { name, title: info.title, summary: info.summary, document, operations, errors: document['x-errors'] as ListedError[] };
}

function readOperation(path: string, method: string, item: Document['paths'][string]): DocumentedOperation {
  const operation = item[method]!;
  const pathsOf = (name: string) => (item[name] as string[] | undefined) ?? [];
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary as string,
    tag: (operation.tags as string[])[0]!,
    errors: operation['x-errors'] as ListedError[],
    rateLimits: ([operation['x-rate-limit'] ?? []] as RateLimit[][]).flat(),
    aliases: pathsOf('x-aliases'),
    deprecatedAliases: pathsOf('x-deprecated-aliases'),
    isIdempotent: operation['x-idempotent'] === true,
    listNames: (operation['x-list-names'] ?? []) as string[],
    isBeyondList: operation['x-beyond-list'] === true,
  };
}

/** Where Redoc shows an operation: `/user-management/registeruser`, the fragment of its page. */
export function anchorOf(operation: { tag: string; id: string }): string {
  return `/${operation.tag.toLowerCase().replaceAll(' ', '-')}/${operation.id.toLowerCase()}`;
}
