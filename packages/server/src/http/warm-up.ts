import type { Response } from 'express';
import type { Route, RouteTable } from './routes.ts';

/** Compiles every validator in the background, one per turn of the event loop, so that no caller meets a cold path. */
export async function warmUp(routes: RouteTable, lifecycle: { stopping: boolean }): Promise<void> {
  for (const route of routes.all) {
    await new Promise((resolve) => setImmediate(resolve));
    if (lifecycle.stopping) return;
    await compile(route);
  }
}

/** An empty request makes the validator compile; that it is refused does not matter. */
async function compile({ validate }: Route): Promise<void> {
  await validate({ params: {}, query: {}, body: {} }, {} as Response, () => {}).catch(() => {});
}
