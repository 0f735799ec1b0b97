import type { Express, Request, Response } from 'express';
import type { Route, RouteTable } from './routes.ts';

/** Compiles every validator in the background, one per turn of the event loop, so that no caller meets a cold path. */
export async function warmUp(app: Express, routes: RouteTable, lifecycle: { stopping: boolean }): Promise<void> {
  for (const route of routes.all) {
    await new Promise((resolve) => setImmediate(resolve));
    if (lifecycle.stopping) return;
    await compile(app, route);
  }
}

/** An empty request makes the validator compile; that it is refused does not matter. */
async function compile(app: Express, { operation, validate }: Route): Promise<void> {
  const url = operation.path.replaceAll(/[{}]/g, '');
  const headers = operation.mediaType ? { 'content-type': operation.mediaType } : {};
  const req = { app, method: operation.method, url, originalUrl: url, path: url, baseUrl: '', headers, query: {}, body: {} };
  await validate(req as unknown as Request, {} as Response, () => {}).catch(() => {});
}
