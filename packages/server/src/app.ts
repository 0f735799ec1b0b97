import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import express, { type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { adminApi } from './admin/index.ts';
import type { Services } from './context.ts';
import type { Dialect } from './http/dialect.ts';
import { docsPages } from './http/docs.ts';
import { health, type Lifecycle } from './http/health.ts';
import { mediaDownloads } from './http/media.ts';
import { takeRequestId } from './http/request-id.ts';
import { sendJson } from './http/response.ts';
import { RouteTable } from './http/routes.ts';
import { matchOf, pathFault, requestFault, type Serving, serve } from './http/serve.ts';
import { zipDownloads } from './http/zip-downloads.ts';
import { jmessage } from './jmessage/index.ts';
import { historyLogPath, openHistoryLog } from './rongcloud/history-log-file.ts';
import { rongcloud } from './rongcloud/index.ts';
import { answers } from './store/db.ts';

export interface HttpOptions {
  services: Services;
  lifecycle: Lifecycle;
  log: Logger;
  validateResponses: boolean;
  /** Both when undefined; the first answers what none claims. */
  dialects?: Dialect[] | undefined;
  /** Opens the admin API; undefined serves none. */
  adminKey?: string | undefined;
  /** Folder of the built documentation; undefined serves none. */
  docsFolder?: string | undefined;
}

/** The HTTP surface: every request passes these lines in this order. */
export function createHttpApp(options: HttpOptions): { listener: RequestListener; serving: Serving } {
  const { services, log, adminKey, dialects: spoken = [rongcloud, jmessage] } = options;
  const dialects = adminKey === undefined ? spoken : [adminApi(adminKey), ...spoken];
  const routes = new RouteTable(dialects, { validateResponses: options.validateResponses });
  const http = express();
  http.disable('x-powered-by');
  http.disable('etag');
  http.set('query parser', 'simple');
  http.response.json = sendJson;
  const serving: Serving = { services, routes, dialects, fallback: spoken[0]!, log };
  // Operations first: what else there is would be tried in vain on every call.
  http.use((req, res, next) => {
    const error = requestFault(req);
    const match = error ? undefined : matchOf(serving, req);
    if (error) serve(serving, { req, res, error });
    else if (match) serve(serving, { req, res, match });
    else {
      takeRequestId(req, res);
      next();
    }
  });
  const refuse = (failure: Parameters<typeof serve>[1]) => serve(serving, failure);
  http.use(health(options.lifecycle, async () => !services.messages.isSlow() && (await answers(services.db))));
  if (options.docsFolder) http.use(docsPages(options.docsFolder));
  http.use(mediaDownloads(services, refuse));
  http.use(zipDownloads(historyLogPath, { open: (request) => openHistoryLog(services, request), refuse, log }));
  http.use((req, res) => serve(serving, { req, res }));
  // In place of express's own last word, a page that shows the stack.
  const onEnd = (req: IncomingMessage, res: ServerResponse) => (error: unknown) => {
    if (res.headersSent) res.destroy();
    else serve(serving, { req: req as Request, res: res as Response, error: pathFault(error) });
  };
  return { listener: (req, res) => http(req as Request, res as Response, onEnd(req, res)), serving };
}
