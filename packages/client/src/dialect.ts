import type { FieldEncoding } from './form.ts';

/** A row of a generated operation table. */
export interface Operation {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  path: string;
  body: 'form' | 'json' | 'none';
  encoding?: Record<string, FieldEncoding>;
  /** Repeating the call does no harm. */
  idempotent: boolean;
}

/** What the transport has to know of a dialect. */
export interface Dialect {
  operations: Record<string, Operation>;
  /** Headers that prove the app; asked for anew by every attempt. */
  credentials(): Promise<Record<string, string>>;
  /** Whether the body of a 2xx is a success of this dialect. */
  isSuccess(body: unknown): boolean;
  /** What the dialect's error envelope says; undefined for any other body. */
  readFailure(body: unknown): { code: number; reason: unknown } | undefined;
}

/** A field of an answer that may be anything. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
