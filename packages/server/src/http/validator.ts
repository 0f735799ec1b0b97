import type { Request, RequestHandler, Response } from 'express';
import { middleware } from 'express-openapi-validator';
import { DomainError } from '../domain/errors.ts';
import type { Dialect } from './dialect.ts';
import { documentOfPath, formType, type Operation } from './document.ts';
import type { ByteFormats } from './formats.ts';

/** Holds the request, and the answer if wanted, against the document; rejects with the validator's error. */
export type Validate = (req: Request, res: Response, onInvalidAnswer: (error: unknown) => void) => Promise<void>;

/**
 * The validator of one path. Each path has an instance of its own: one instance over all paths would try them in turn on every
 * request. The instance compiles on its first request. Forms carry text only, so their values are coerced; JSON is taken as it is.
 */
export function pathValidator(
  dialect: Dialect,
  operation: Operation,
  options: { formats: ByteFormats; validateResponses: boolean },
): Validate {
  let steps: RequestHandler[] | undefined;
  const build = () =>
    middleware({
      apiSpec: documentOfPath(dialect.document, operation.path) as never,
      validateApiSpec: false,
      validateSecurity: false,
      fileUploader: false,
      useRequestUrl: true,
      formats: options.formats,
      validateRequests: { allowUnknownQueryParameters: true, coerceTypes: operation.mediaType === formType ? 'array' : false },
      validateResponses: options.validateResponses,
    }) as RequestHandler[];
  return async (req, res, onInvalidAnswer) => {
    steps ??= build();
    await runInTurn(steps, { req, res, onInvalidAnswer });
    for (const values of [req.params, req.query, req.body]) refuseInfinity(values);
  };
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
  { req, res, onInvalidAnswer }: { req: Request; res: Response; onInvalidAnswer: (error: unknown) => void },
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
        handler(req, res, next);
      } catch (error) {
        next(error);
      }
    };
    step(0);
  });
}
