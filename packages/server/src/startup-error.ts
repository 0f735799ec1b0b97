import { ConfigError } from './config.ts';

/** One line for the operator about why the process could not start; the stack too when the fault is ours. */
export function explainStartupError(error: unknown): string {
  const { code, message, stack, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (error instanceof ConfigError) return message;
  if (code === 'EADDRINUSE') return `port ${port} on ${address} is in use; set PORT to another one`;
  if (code === 'EACCES') return `not allowed to listen on port ${port}; set PORT to one above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `cannot reach or listen on that address: ${message}`;
  if (code === 'ECONNREFUSED') return `PostgreSQL does not answer at DATABASE_URL: ${message || code}`;
  // SQLSTATE classes 28 and 3D: login refused, no such database.
  if (code && /^(28|3D)/.test(code)) return `PostgreSQL refused DATABASE_URL: ${message}`;
  return stack ?? String(error);
}
