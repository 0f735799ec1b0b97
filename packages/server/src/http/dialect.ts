import type { IncomingHttpHeaders } from 'node:http';
import type { RequestCtx, Services } from '../context.ts';
import type { App } from '../domain/apps.ts';
import type { DomainError } from '../domain/errors.ts';
import type { IncomingFile } from '../domain/media/incoming.ts';
import type { OpenApiDocument, Operation } from './document.ts';

/** Whoever sends a request, before anything is proved. */
export interface Caller {
  headers: IncomingHttpHeaders;
  /** Of the connection; behind a proxy it is the proxy's. */
  address: string;
}

/** What the server needs to know to speak one dialect. */
export interface Dialect {
  name: 'rongcloud' | 'jmessage' | 'admin';
  document: OpenApiDocument;
  handlers: Record<string, AnyHandler>;
  /** Refuses parameters that the document does not have, and a body where it has none; those would change nothing. Bodies it closes itself. */
  closed?: true;
  /** Whether a path that no operation has is answered in this dialect. */
  claims(request: { path: string; headers: IncomingHttpHeaders }): boolean;
  /** The app that the credentials prove, undefined in the admin API; fails with a `DomainError`. */
  authenticate(caller: Caller, services: Services): Promise<App | undefined>;
  /** The body as a value, by its content type; fails with `malformed-body` or `unsupported-media-type`. */
  parseBody(body: Buffer, contentType: string | undefined, operation: Operation): unknown;
  /** Whether a client that uses this multipart boundary writes a line break behind the file that is not the file's. */
  addsLineBreak?(boundary: string): boolean;
  /** The query string as the document writes it. */
  normalizeQuery(query: string): string;
  failure(error: DomainError, request: { path: string }): Failure;
  /** Headers of an answer that tell what is left of a rate limit, if there are any. */
  rateLimitHeaders?(allowance: Allowance): Record<string, number>;
}

/** What is left of a rate limit after a call. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Until all of the limit is left again, if no call is made. */
  resetSeconds: number;
}

export interface Failure {
  status: number;
  /** Of the status line, where the status has no registered one. */
  reasonPhrase?: string;
  headers?: Record<string, string>;
  body: unknown;
}

/**
 * What an operation does; with an Idempotency-Key, in one transaction with the keeping of its answer. What takes long and is nothing
 * without the rest, such as hashing a password, goes before that: `prepare` does it, and gives the rest.
 */
export type Handler<C, In, Out> =
  | ((ctx: C, input: In) => Promise<Out>)
  | { prepare(ctx: C, input: In): Promise<(within: C) => Promise<Out>> };

// biome-ignore lint/suspicious/noExplicitAny: each handler is typed by its dialect and operation where it is written; here they are one list.
export type AnyHandler = Handler<any, any, unknown>;

type Content<T> = T extends { content: infer C } ? C[keyof C] : undefined;
/** A body with a file is the file. */
type RequestContent<T> = T extends { content: { 'multipart/form-data': unknown } } ? IncomingFile : Content<T>;
type SuccessStatus = 200 | 201 | 204;

/** What the validator has made sure of before a handler runs. */
export interface Input<Op> {
  body: Op extends { requestBody?: infer B } ? RequestContent<NonNullable<B>> : undefined;
  path: Op extends { parameters: { path: infer P } } ? P : Record<never, never>;
  query: Op extends { parameters: { query?: infer Q } } ? NonNullable<Q> : Record<never, never>;
}

export type Success<Op> = Op extends { responses: infer R } ? Content<R[keyof R & SuccessStatus]> : never;

/** An answer whose status is not the operation's usual one. */
export class Reply {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    this.status = status;
    this.body = body;
  }
}

/** One handler per operationId: a missing or misnamed one does not compile. */
export type Handlers<Operations, C = RequestCtx> = {
  [Id in keyof Operations]: Handler<C, Input<Operations[Id]>, Success<Operations[Id]> | Reply>;
};
