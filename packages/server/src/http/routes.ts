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
}

const methods: HTTPMethod[] = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'];

/** Finds the operation of a request by an index, whatever the number of operations. */
export class RouteTable {
  readonly all: Route[] = [];
  readonly #router = Router({
    ignoreTrailingSlash: true,
    ignoreDuplicateSlashes: true,
    caseSensitive: true,
    // Ids of 128 bytes, each percent-encoded.
    maxParamLength: 1024,
  });

  constructor(dialects: Dialect[], options: { validateResponses: boolean }) {
    for (const dialect of dialects) this.#add(dialect, options.validateResponses);
  }

  find(method: string, path: string): Match | undefined {
    const found = this.#router.find(method as HTTPMethod, path);
    if (!found) return undefined;
    return { route: found.store as Route, params: found.params as Record<string, string> };
  }

  /** Methods that the path takes; empty for an unknown path. */
  methodsOf(path: string): string[] {
    return methods.filter((method) => this.#router.find(method, path));
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
