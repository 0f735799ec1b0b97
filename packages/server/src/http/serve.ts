import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { RequestCtx, Services } from '../context.ts';
import type { App, AppDirectory } from '../domain/apps.ts';
import { DomainError } from '../domain/errors.ts';
import { checkText, readBody } from './body.ts';
import { type Dialect, Reply } from './dialect.ts';
import type { Operation } from './document.ts';
import { withIdempotency } from './idempotency.ts';
import { takePoints } from './rate-limit.ts';
import type { Match, Route, RouteTable } from './routes.ts';
import { toParameterError } from './violation.ts';

export interface Serving {
  services: Services;
  apps: AppDirectory;
  routes: RouteTable;
  dialects: Dialect[];
  log: Logger;
}

/** Answers any request: the one function that owns a request's life. It never rejects. */
export async function serve(serving: Serving, req: Request, res: Response): Promise<void> {
  const started = performance.now();
  const [path = '/', query = ''] = req.originalUrl.split(/\?(.*)/s);
  const match = serving.routes.find(req.method, path);
  const dialect =
    match?.route.dialect ?? serving.dialects.find((candidate) => candidate.claims({ path, headers: req.headers })) ?? serving.dialects[0]!;
  const log = serving.log.child({ requestId: res.locals.requestId, dialect: dialect.name });
  const sendJson = res.json.bind(res);
  const fail = (error: unknown) => {
    const refusal = toDomainError(error, log);
    const failure = dialect.failure(refusal, { path });
    if (refusal.detail.retryAfterSeconds !== undefined) res.setHeader('Retry-After', refusal.detail.retryAfterSeconds);
    res.status(failure.status);
    if (failure.reasonPhrase) res.statusMessage = failure.reasonPhrase;
    sendJson(failure.body);
  };
  try {
    if (!match) throw unmatched(serving.routes, { req, res, path });
    const app = await match.route.dialect.authenticate(req.headers, serving.apps);
    const ctx: RequestCtx = { ...serving.services, app, requestId: res.locals.requestId, log };
    await run(ctx, match, { req, res, query, fail });
    report(log, { res, app, operation: match.route.operation, started });
  } catch (error) {
    fail(error);
    report(log, { res, operation: match?.route.operation, started });
  }
}

async function run(
  ctx: RequestCtx,
  { route, params }: Match,
  { req, res, query, fail }: { req: Request; res: Response; query: string; fail: (error: unknown) => void },
): Promise<void> {
  const { dialect, operation } = route;
  const body = await readBody(req, res, operation.maxBody);
  req.body = operation.mediaType ? dialect.parseBody(body, req.headers['content-type'], operation) : undefined;
  checkText(req.body);
  checkText(params);
  await takePoints(ctx, route, req.body);
  // From here on the request looks as the document writes it: canonical path, canonical content type.
  req.url = canonicalUrl(operation.path, params, dialect.normalizeQuery(query));
  if (operation.mediaType) req.headers['content-type'] = operation.mediaType;
  await route.validate(req, res, fail);
  const reply = await withIdempotency(ctx, { req, res, body }, () => handle(ctx, route, req));
  res.status(reply.status);
  if (reply.body === undefined) res.end();
  else res.json(reply.body);
}

async function handle(ctx: RequestCtx, { handler, operation }: Route, req: Request): Promise<Reply> {
  const result = await handler(ctx, { body: req.body, path: req.params, query: req.query });
  return result instanceof Reply ? result : new Reply(operation.status, result);
}

function canonicalUrl(template: string, params: Record<string, string>, query: string): string {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return query ? `${path}?${query}` : path;
}

function unmatched(routes: RouteTable, { req, res, path }: { req: Request; res: Response; path: string }): DomainError {
  const allowed = routes.methodsOf(path);
  if (allowed.length === 0) return new DomainError('unknown-path');
  res.setHeader('Allow', allowed.join(', '));
  return new DomainError('wrong-method', { reason: `${req.method} is not one of ${allowed.join(', ')}` });
}

function toDomainError(error: unknown, log: Logger): DomainError {
  if (error instanceof DomainError) return error;
  const refused = (error as { status?: number }).status === 400 ? toParameterError(error) : undefined;
  if (refused) return refused;
  // Messages of other errors may quote values of the request; the stack frames are enough to find the place.
  const { name, stack, code } = error as Error & { code?: string };
  log.error({ name, code, at: stack?.split('\n').filter((line) => /^\s+at /.test(line)) }, 'request failed');
  return new DomainError('internal');
}

function report(log: Logger, done: { res: Response; app?: App; operation: Operation | undefined; started: number }): void {
  log.info({
    app: done.app?.key,
    operation: done.operation?.id,
    status: done.res.statusCode,
    ms: Math.round((performance.now() - done.started) * 10) / 10,
  });
}
