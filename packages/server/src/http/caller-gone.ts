import type { Response } from 'express';

/** Aborts when the connection is closed before the answer is complete: what is done for nobody can be left. */
export function signalOf(res: Response): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  return gone.signal;
}
