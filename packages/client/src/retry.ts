import { ApiError, ConnectionError, TimeoutError } from './errors.ts';

const firstBackoffMillis = 200;
const maxBackoffMillis = 5_000;
/** A server that asks for a longer wait is not waited for. */
const maxRetryAfterMillis = 30_000;

/** How long to wait after attempt number `attempt`, in milliseconds; undefined when the call must not be tried again. */
export function retryDelay(error: unknown, { attempt, idempotent }: { attempt: number; idempotent: boolean }): number | undefined {
  if (!hadNoEffect(error) && !(idempotent && mayPass(error))) return undefined;
  const asked = error instanceof ApiError ? error.retryAfterMillis : undefined;
  if (asked !== undefined) return asked <= maxRetryAfterMillis ? asked : undefined;
  const ceiling = Math.min(firstBackoffMillis * 2 ** (attempt - 1), maxBackoffMillis);
  return ceiling * (0.5 + Math.random() / 2);
}

/** Retry-After in milliseconds, given as seconds or as a date; undefined when absent or neither. */
export function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const millis = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(millis) ? undefined : Math.max(0, millis);
}

/** A call over the rate limit is refused before it is done. */
function hadNoEffect(error: unknown): boolean {
  return (error instanceof ApiError && error.status === 429) || (error instanceof ConnectionError && neverConnected(error.cause));
}

function mayPass(error: unknown): boolean {
  return error instanceof ConnectionError || error instanceof TimeoutError || (error instanceof ApiError && error.status >= 500);
}

interface SystemError extends Error {
  code?: string;
  syscall?: string;
  /** One for each address that was tried. */
  errors?: SystemError[];
}

/** Node.js tells in fetch's `cause` that no connection came about; browsers tell nothing. */
function neverConnected(thrown: unknown): boolean {
  const cause = (thrown as SystemError).cause as SystemError | undefined;
  const causes = cause?.errors ?? (cause ? [cause] : []);
  return (
    causes.length > 0 &&
    causes.every(({ code, syscall = '' }) => ['connect', 'getaddrinfo'].includes(syscall) || code === 'UND_ERR_CONNECT_TIMEOUT')
  );
}
