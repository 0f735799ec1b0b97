import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { AdminCtx, RequestCtx, Services } from '../context.ts';
import type { App } from '../domain/apps.ts';
import { DomainError, faultOf, unavailableFor } from '../domain/errors.ts';
import { readBody, requireNoBody } from './body.ts';
import { signalOf } from './caller-gone.ts';
import { type Dialect, Reply } from './dialect.ts';
import { parseQuery } from './form.ts';
import { withIdempotency } from './idempotency.ts';
import { readWithinLimits } from './rate-limit.ts';
import { dropRepeats } from './repeats.ts';
import { takeRequestId } from './request-id.ts';
import type { Match, Route, RouteTable } from './routes.ts';
import { skipRest } from './skip-rest.ts';
import { checkText } from './text.ts';
import { withUpload } from './upload.ts';
import type { Parts } from './validator.ts';

/** Bytes of a refused body that a caller may send before the connection closes: more than any operation takes. */
const mostSkipped = 16 * 1024 * 1024;

export interface Serving {
  services: Services;
  routes: RouteTable;
  dialects: Dialect[];
  /** Answers where no dialect claims the request. */
  fallback: Dialect;
  log: Logger;
}

interface Exchange {
  req: Request;
  res: Response;
  /** Undefined when no operation has the path and method. */
  match?: Match | undefined;
  /** What went wrong before. */
  error?: unknown;
}

/** Answers any request: the one function that owns a request's life. It never rejects. */
export async function serve(serving: Serving, { req, res, match, error: before }: Exchange): Promise<void> {
  const started = performance.now();
  const { path, query } = splitUrl(req.originalUrl);
  const dialect = match?.route.dialect ?? dialectOf(serving, { path, headers: req.headers });
  const about = { requestId: takeRequestId(req, res), dialect: dialect.name, operation: match?.route.operation.id };
  const sendJson = res.json.bind(res);
  const fail = (error: unknown) => {
    const refusal = toDomainError(error, serving.log, about);
    const failure = dialect.failure(refusal, { path });
    if (refusal.detail.retryAfterSeconds !== undefined) res.setHeader('Retry-After', refusal.detail.retryAfterSeconds);
    res.status(failure.status);
    if (failure.reasonPhrase) res.statusMessage = failure.reasonPhrase;
    if (failure.headers) res.set(failure.headers);
    sendJson(failure.body);
  };
  const signal = signalOf(res);
  let app: App | undefined;
  try {
    if (before !== undefined) throw before;
    if (!match) throw unmatched(serving.routes, { req, res, path });
    app = await dialect.authenticate({ headers: req.headers, address: req.socket.remoteAddress ?? '' }, serving.services);
    const ctx = { ...serving.services, app, requestId: about.requestId, host: req.headers.host, signal } as RequestCtx | AdminCtx;
    await run(ctx, match, { req, res, query, fail });
  } catch (error) {
    // On a connection that stays open the rest is dropped behind the answer.
    if (!res.shouldKeepAlive) await skipRest(req, mostSkipped);
    fail(error);
  }
  const ms = Math.round((performance.now() - started) * 10) / 10;
  serving.log.info({ ...about, app: app?.key, status: res.statusCode, ms });
}

/** In whose words a request that has no operation is answered. */
export function dialectOf({ dialects, fallback }: Serving, request: Parameters<Dialect['claims']>[0]): Dialect {
  return dialects.find((candidate) => candidate.claims(request)) ?? fallback;
}

/** What Node would refuse with an empty answer of its own. */
export function requestFault({ headers, httpVersion }: Request): DomainError | undefined {
  if (headers.host !== undefined || httpVersion === '1.0') return undefined;
  return new DomainError('malformed-request', { reason: 'the Host header is missing' });
}

/** What express refuses is a path that it cannot decode; any other error is left as it is. */
export function pathFault(error: unknown): unknown {
  const { status = 500 } = error as { status?: number };
  return status < 500 ? notUtf8('path') : error;
}

/** The operation of a request, if it has one. */
export function matchOf({ routes }: Serving, req: Request): Match | undefined {
  return routes.find(req.method, splitUrl(req.originalUrl).path);
}

function splitUrl(url: string): { path: string; query: string } {
  const mark = url.indexOf('?');
  return mark === -1 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

async function run(
  ctx: RequestCtx | AdminCtx,
  { route, params, undecodable }: Match,
  { req, res, query, fail }: { req: Request; res: Response; query: string; fail: (error: unknown) => void },
): Promise<void> {
  const read = async () => {
    if (undecodable !== undefined) throw notUtf8(undecodable);
    return readCall(route, { req, res, query });
  };
  const { bytes, ...rest } = ctx.app ? await readWithinLimits(ctx, route, { req, res, read }) : await read();
  const parts: Parts = { params, ...rest };
  checkText(params);
  const validate = ctx.app?.settings.validateResponses ? route.validateBoth : route.validate;
  await validate(parts, res, fail);
  parts.body = dropRepeats(parts.body, route.operation.shape);
  const reply = await answer(ctx, route, { req, res, bytes, parts });
  res.status(reply.status);
  if (reply.body === undefined) res.end();
  else res.json(reply.body);
}

async function readCall(
  { dialect, operation }: Route,
  { req, res, query }: { req: Request; res: Response; query: string },
): Promise<{ bytes: Buffer; query: Record<string, unknown>; body: unknown }> {
  const { file, maxBody, mediaType } = operation;
  // A file comes in when the rest is known to be good; for the check its place is held by an empty one.
  const bytes = file ? Buffer.alloc(0) : await readBody(req, res, maxBody);
  const parsed = file || !mediaType ? undefined : dialect.parseBody(bytes, req.headers['content-type'], operation);
  if (dialect.closed && !mediaType) requireNoBody(bytes);
  const call = { bytes, query: parseQuery(dialect.normalizeQuery(query)), body: file ? { [file.name]: '' } : parsed };
  checkText(call.body);
  checkText(call.query);
  return call;
}

/** Calls of an app can carry an Idempotency-Key; a file comes in first. */
async function answer(
  ctx: RequestCtx | AdminCtx,
  route: Route,
  { req, res, bytes, parts }: { req: Request; res: Response; bytes: Buffer; parts: Parts },
): Promise<Reply> {
  if (!ctx.app) return (await prepare(ctx, route, parts))(ctx);
  const { dialect, operation } = route;
  const { file: field, maxBody } = operation;
  const once = (sent: Buffer, body: unknown) =>
    withIdempotency(ctx, { req, res, body: sent }, () => prepare(ctx, route, { ...parts, body }));
  if (!field) return once(bytes, parts.body);
  return withUpload(ctx, { req, dialect, field, maxBody }, (file) => once(Buffer.from(`${file.hash} ${file.name}`), file));
}

/** The first step of the call, where its handler has two; gives the rest, which answers. */
async function prepare<C extends RequestCtx | AdminCtx>(
  ctx: C,
  { handler, operation }: Route,
  { params, query, body }: Parts,
): Promise<(within: C) => Promise<Reply>> {
  const input = { body, path: params, query };
  const act = typeof handler === 'function' ? (within: C) => handler(within, input) : await handler.prepare(ctx, input);
  return async (within) => {
    const result = await act(within);
    return result instanceof Reply ? result : new Reply(operation.status, result);
  };
}

function unmatched(routes: RouteTable, { req, res, path }: { req: Request; res: Response; path: string }): DomainError {
  const allowed = routes.methodsOf(path);
  if (allowed.length === 0) return new DomainError('unknown-path');
  res.setHeader('Allow', allowed.join(', '));
  return new DomainError('wrong-method', { reason: `${req.method} is not one of ${allowed.join(', ')}` });
}

function notUtf8(field: string): DomainError {
  return new DomainError('parameter-invalid', { field, reason: 'is not percent-encoded UTF-8' });
}

function toDomainError(error: unknown, log: Logger, about: object): DomainError {
  if (error instanceof DomainError) {
    if (error.cause !== undefined) log.error({ ...about, ...faultOf(error.cause) }, 'request failed');
    return error;
  }
  log.error({ ...about, ...faultOf(error) }, 'request failed');
  return unavailableFor(error) ?? new DomainError('internal');
}
