import { parse as parseUrl } from 'node:url';
import type { RequestHandler, Response } from 'express';
import { middleware } from 'express-openapi-validator';
import { DomainError } from '../domain/errors.ts';
import type { Dialect } from './dialect.ts';
import { documentOfPath, formType, type Operation } from './document.ts';
import type { ByteFormats } from './formats.ts';
import { toParameterError } from './violation.ts';

/** What a document describes of a request. */
export interface Parts {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
}

/** Holds a request, and its answer if wanted, against the document; fails with a `DomainError`. Values are coerced in place. */
export type Validate = (parts: Parts, res: Response, onInvalidAnswer: (error: unknown) => void) => Promise<void>;

/** A request as the steps of the validator see it. */
interface Subject extends Parts {
  method: string;
  /** Its query is looked at again; nothing of ours needs that. */
  originalUrl: string;
  headers: Record<string, string>;
  /** The operation, once a step has found it by method and path. */
  openapi?: object;
}

quietenUrlParse();

/**
 * The validator of one operation. Each has an instance of its own: one instance over all paths would try them in turn on every
 * request. The instance compiles on its first request. Forms carry text only, so their values are coerced; JSON is taken as it is.
 */
export function operationValidator(
  dialect: Dialect,
  operation: Operation,
  options: { formats: ByteFormats; validateResponses: boolean },
): Validate {
  const { method, mediaType } = operation;
  const headers = mediaType ? { 'content-type': mediaType } : {};
  const build = () =>
    middleware({
      apiSpec: documentOfPath(dialect.document, operation.path) as never,
      validateApiSpec: false,
      validateSecurity: false,
      fileUploader: false,
      formats: options.formats,
      validateRequests: { allowUnknownQueryParameters: !dialect.closed, coerceTypes: mediaType === formType ? 'array' : false },
      validateResponses: options.validateResponses,
    }) as RequestHandler[];
  let prepared: ReturnType<typeof prepare> | undefined;
  return async (parts, res, onInvalidAnswer) => {
    prepared ??= prepare(build(), operation);
    const { steps, openapi } = await prepared;
    const req = Object.assign(parts, { method, originalUrl: '', headers, openapi: { ...openapi, pathParams: parts.params } });
    await runInTurn(steps, { req, res, onInvalidAnswer }).catch((error: { status?: number }) => {
      throw (error.status === 400 && toParameterError(error, operation)) || error;
    });
    for (const values of [parts.params, parts.query, parts.body]) refuseInfinity(values as object | undefined);
  };
}

/** Has the operation found once, by the steps that come before the check; requests then take the check alone. */
async function prepare(steps: RequestHandler[], { method, path }: Operation): Promise<{ steps: RequestHandler[]; openapi: object }> {
  const check = steps.findIndex((step) => step.name === 'requestMiddleware');
  const url = path.replaceAll(/[{}]/g, '');
  const app = { enabled: () => false, param: () => {} };
  const req = { app, method, path: url, originalUrl: url, baseUrl: '', headers: {}, params: {}, query: {}, body: {} } as Subject;
  await runInTurn(steps.slice(0, check), { req, res: {} as Response, onInvalidAnswer: () => {} });
  return { steps: steps.slice(check), openapi: req.openapi! };
}

/** Text such as 1e400 is coerced to a number that no keyword of a schema holds against its limits. */
function refuseInfinity(values: object | undefined): void {
  for (const [field, value] of Object.entries(values ?? {})) {
    if (value === Infinity || value === -Infinity) throw new DomainError('parameter-invalid', { field, reason: 'is too large a number' });
  }
}

/** `next` is called once more, with an error, when the answer turns out to be invalid. */
function runInTurn(
  steps: RequestHandler[],
  { req, res, onInvalidAnswer }: { req: Subject; res: Response; onInvalidAnswer: (error: unknown) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    let done = false;
    const step = (index: number) => {
      const handler = steps[index];
      if (!handler) {
        done = true;
        resolve();
        return;
      }
      const next = (error?: unknown) => {
        if (!error) step(index + 1);
        else if (done) onInvalidAnswer(error);
        else reject(error);
      };
      try {
        handler(req as never, res, next);
      } catch (error) {
        next(error);
      }
    };
    step(0);
  });
}

/**
 * The validator calls url.parse() for every request. Until that has warned of itself, Node walks the stack on each call to see
 * whether a dependency is the caller; a first call from here ends the search, and the warning is not for our users.
 */
function quietenUrlParse(): void {
  const { noDeprecation } = process;
  process.noDeprecation = true;
  parseUrl('');
  if (noDeprecation === undefined) delete process.noDeprecation;
  else process.noDeprecation = noDeprecation;
}
