import type { Dialect } from './dialect.ts';
import { ApiError, type Occasion } from './errors.ts';
import { readRetryAfter } from './retry.ts';

export interface Answer {
  response: Response;
  /** Parsed JSON; text when it is none, undefined when it is empty. */
  body: unknown;
}

/** Parsed JSON; the text itself when it is none, undefined when it is empty. */
export function parseText(text: string | undefined): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The body of a success; any other answer fails with an ApiError. */
export function readAnswer(dialect: Dialect, { operation, requestId }: Occasion, { response, body }: Answer): unknown {
  if (response.ok && dialect.isSuccess(body)) return body;
  const failure = dialect.readFailure(body);
  const reason = failure ? String(failure.reason ?? 'no reason given') : 'the answer is not JSON of this API';
  throw new ApiError(reason, {
    operation,
    requestId: response.headers.get('X-Request-ID') ?? requestId,
    code: failure?.code,
    status: response.status,
    body,
    retryAfterMillis: readRetryAfter(response.headers.get('Retry-After')),
  });
}
