import { finished } from 'node:stream/promises';
import type { Request } from 'express';

/**
 * Drops what is still to come of a body. Most callers look for the answer when they have sent everything, and a proxy takes a connection
 * that ends before for a broken server. Beyond `maxBytes` the answer goes first; the rest is dropped all the same.
 */
export async function skipRest(req: Request, maxBytes: number): Promise<void> {
  const enough = new Promise<void>((resolve) => {
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) resolve();
    });
  });
  req.resume();
  await Promise.race([finished(req).catch(() => {}), enough]);
}
