import Router, { type HTTPMethod } from 'find-my-way';
import type { AnyHandler, Dialect } from './dialect.ts';
import { type Operation, operationsOf } from './document.ts';
import { byteFormatsOf } from './formats.ts';
import { operationValidator, type Validate } from './validator.ts';

export interface Route {
  dialect: Dialect;
  operation: Operation;
  validate: Validate;
  /** The same, with the answer held against the document too; compiled when an app first wants it. */
  validateBoth: Validate;
  handler: AnyHandler;
}

export interface Match {
  route: Route;
  /** Decoded. */
  params: Record<string, string>;
  /** Name of a parameter that cannot be decoded: bytes that are not UTF-8, or `%` without two digits. */
  undecodable?: string;
}

/** Stands for a segment that cannot be decoded. No segment decodes to it: it would hold a slash of its own and a NUL. */
const mark = '\0/';

const methods: HTTPMethod[] = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'];

/** Finds the operation of a request by an index, whatever the number of operations. */
export class RouteTable {
  readonly all: Route[] = [];
  readonly #router = Router({
    ignoreTrailingSlash: true,
    ignoreDuplicateSlashes: true,
    caseSensitive: true,
    // Node bounds the whole line; what is too long for the document is refused as a parameter, not as a path.
    maxParamLength: 64 * 1024,
  });

  constructor(dialects: Dialect[], options: { validateResponses: boolean }) {
    for (const dialect of dialects) this.#add(dialect, options.validateResponses);
  }

  find(method: string, path: string): Match | undefined {
    const found = this.#router.find(method as HTTPMethod, path);
    if (found) return { route: found.store as Route, params: found.params as Record<string, string> };
    const marked = path.includes('%') ? markUndecodable(path) : path;
    const near = marked === path ? null : this.#router.find(method as HTTPMethod, marked);
    if (!near) return undefined;
    // Where the segment is no parameter, the mark fits no path.
    const [undecodable = ''] = Object.entries(near.params).find(([, value]) => value === mark) ?? [];
    return { route: near.store as Route, params: {}, undecodable };
  }

  /** Methods that the path takes; empty for an unknown path. */
  methodsOf(path: string): string[] {
    return methods.filter((method) => this.find(method, path));
  }

  #add(dialect: Dialect, validateResponses: boolean): void {
    const formats = byteFormatsOf(dialect.document);
    for (const operation of operationsOf(dialect.document)) {
      const handler = dialect.handlers[operation.id];
      if (!handler) throw new Error(`${dialect.name}: no handler for ${operation.id}`);
      const validateBoth = operationValidator(dialect, operation, { formats, validateResponses: true });
      const validate = validateResponses ? validateBoth : operationValidator(dialect, operation, { formats, validateResponses: false });
      const route: Route = { dialect, operation, validate, validateBoth, handler };
      this.all.push(route);
      for (const path of [operation.path, ...operation.aliases]) {
        this.#router.on(operation.method as HTTPMethod, path.replaceAll(/\{(\w+)\}/g, ':$1'), () => {}, route);
      }
    }
  }
}

function markUndecodable(path: string): string {
  return path
    .split('/')
    .map((segment) => (isDecodable(segment) ? segment : encodeURIComponent(mark)))
    .join('/');
}

function isDecodable(segment: string): boolean {
  try {
    decodeURIComponent(segment);
    return true;
  } catch {
    return false;
  }
}
