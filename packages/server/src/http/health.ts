import { Router } from 'express';

export interface Lifecycle {
  stopping: boolean;
}

/** `/healthz`: the process answers. `/readyz`: it can serve, that is the database answers and stores, and no shutdown is under way. */
export function health(lifecycle: Lifecycle, databaseAnswers: () => Promise<boolean>): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/readyz', async (_req, res) => {
    const ready = !lifecycle.stopping && (await databaseAnswers());
    res.status(ready ? 200 : 503).json({ status: ready ? 'ready' : lifecycle.stopping ? 'stopping' : 'database cannot be used' });
  });
  return router;
}
