export interface Occasion {
  /** The operationId. */
  operation: string;
  /** X-Request-ID of the answer; the one that was sent when no answer carried one. */
  requestId: string;
}

interface Refusal extends Occasion {
  code: number | string | undefined;
  status: number;
  body: unknown;
  retryAfterMillis: number | undefined;
}

/** A call failed; its subclasses say how. */
export class DiglotError extends Error {
  override name = 'DiglotError';
  readonly operation: string;
  /** Finds the call in the server's log. */
  readonly requestId: string;

  constructor(reason: string, { operation, requestId }: Occasion, options?: ErrorOptions) {
    super(`${operation}: ${reason}`, options);
    this.operation = operation;
    this.requestId = requestId;
  }
}

/** The server, or something before it, answered that the call failed. */
export class ApiError extends DiglotError {
  override name = 'ApiError';
  /** The dialect's business code, a word in the admin API; undefined when the answer is not the API's JSON, a proxy's HTML for example. */
  readonly code: number | string | undefined;
  /** HTTP status. */
  readonly status: number;
  /** The answer as parsed JSON, as text when it is none, undefined when it is empty. */
  readonly body: unknown;
  /** How long the answer's Retry-After asks to wait, in milliseconds. */
  readonly retryAfterMillis: number | undefined;

  constructor(reason: string, { code, status, body, retryAfterMillis, ...occasion }: Refusal) {
    super(`${reason} (${code === undefined ? '' : `code ${code}, `}HTTP ${status})`, occasion);
    this.code = code;
    this.status = status;
    this.body = body;
    this.retryAfterMillis = retryAfterMillis;
  }
}

/** No whole answer came within `timeoutMillis`; whether the call took effect is not known. */
export class TimeoutError extends DiglotError {
  override name = 'TimeoutError';
}

/** The connection was refused or broke, after which the call may have taken effect; `cause` is what fetch threw. */
export class ConnectionError extends DiglotError {
  override name = 'ConnectionError';
}
