import type { FieldEncoding } from './form.ts';

/** A row of a generated operation table. */
export interface Operation {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  path: string;
  body: 'form' | 'json' | 'multipart' | 'none';
  encoding?: Record<string, FieldEncoding>;
  /** Repeating the call does no harm. */
  idempotent: boolean;
}

/** What the transport has to know of a dialect. */
export interface Dialect {
  operations: Record<string, Operation>;
  /** Headers that prove who calls; asked for anew by every attempt. */
  credentials(): Promise<Record<string, string>>;
  /** Whether the body of a 2xx is a success of this dialect. */
  isSuccess(body: unknown): boolean;
  /** What the dialect's error envelope says; undefined for any other body. */
  readFailure(body: unknown): Failure | undefined;
}

export interface Failure {
  code: number | string;
  reason: unknown;
}

/** What `{error: {code, message}}` says, or the first one in a list that reports item by item. */
export function readEnvelope(body: unknown): Failure | undefined {
  const envelopes = Array.isArray(body) ? body : [body];
  const error = envelopes.map((envelope) => field(envelope, 'error')).find((found) => found !== undefined);
  const code = field(error, 'code');
  return typeof code === 'number' || typeof code === 'string' ? { code, reason: field(error, 'message') } : undefined;
}

/** A field of an answer that may be anything. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
