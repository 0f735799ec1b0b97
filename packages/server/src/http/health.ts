import { Router } from 'express';
import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

export interface Lifecycle {
  stopping: boolean;
}

/** `/healthz`: the process answers. `/readyz`: it can serve, that is the database answers and no shutdown is under way. */
export function health(db: Db, lifecycle: Lifecycle): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/readyz', async (_req, res) => {
    const ready = !lifecycle.stopping && (await answers(db));
    res.status(ready ? 200 : 503).json({ status: ready ? 'ready' : lifecycle.stopping ? 'stopping' : 'database does not answer' });
  });
  return router;
}

async function answers(db: Db): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
