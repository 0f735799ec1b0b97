/**
 * SQLSTATE classes and states with which PostgreSQL says that it cannot do now what it may do later: no connection (08), a login refused
 * (28, 3D: only connecting brings them), read only after a failover (25006), a transaction that was idle for too long (25P03) or lost
 * against others (40001, 40P01), no resources, such as a full disk (53), a lock that did not come free (55P03), a time limit (57014),
 * shutting down or starting (57P), a failure of its system (58).
 */
const passing = /^(08|28|3D|53|57P|58)|^(25006|25P03|40001|40P01|55P03|57014)$/;

/** What the system says of a connection, or of a disk, that fails. */
const systemCodes = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'EMFILE',
  'ENETUNREACH',
  'ENFILE',
  'ENOSPC',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** The drivers' own words, which come without a code. */
const words = [
  /^Connection terminated/,
  /^timeout (expired|exceeded)/,
  /^Query read timeout/,
  /^Client (has encountered a connection error|was closed)/,
  /^Postgres connection has been discarded/,
  /^Cannot use a pool after calling end/,
  /^driver has already been destroyed/,
  /^PGlite is closed/,
];

/**
 * Whether an error says that the database cannot be used now: it is gone, full, overloaded, or silent for longer than we wait. The same
 * call may succeed later. Whether the statement was done nobody knows: its commit may have been lost on the way back.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  // Whatever a connection fails for, a missing socket file included.
  if (syscall === 'connect') return true;
  // Of a signal that limits how long we wait.
  if (error.name === 'TimeoutError') return true;
  if (typeof code === 'string' && (systemCodes.has(code) || (/^[0-9A-Z]{5}$/.test(code) && passing.test(code)))) return true;
  return words.some((pattern) => pattern.test(error.message)) || isOutage(error.cause);
}
