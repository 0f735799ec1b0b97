import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';

/** Takes the client's X-Request-ID (up to 36 visible characters) or makes one, and has it sent back. */
export function takeRequestId(req: Request, res: Response): string {
  const given = req.headers['x-request-id'];
  const id = typeof given === 'string' && /^[\x21-\x7e]{1,36}$/.test(given) ? given : randomUUID();
  res.setHeader('X-Request-ID', id);
  return id;
}
