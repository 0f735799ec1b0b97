import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** Takes the client's X-Request-ID (up to 36 visible characters) or makes one, and sends it back. */
export function requestId(req: Request, res: Response, next: NextFunction): void {
  const given = req.headers['x-request-id'];
  const id = typeof given === 'string' && /^[\x21-\x7e]{1,36}$/.test(given) ? given : randomUUID();
  res.locals.requestId = id;
  res.setHeader('X-Request-ID', id);
  next();
}
