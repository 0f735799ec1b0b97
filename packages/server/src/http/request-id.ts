import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Response } from 'express';

const header = 'X-Request-ID';

/** Takes the client's X-Request-ID or makes one, and has it sent back; the same one when it is asked again. */
export function takeRequestId(req: Request, res: Response): string {
  const taken = res.getHeader(header);
  if (typeof taken === 'string') return taken;
  const id = requestIdOf(req.headers);
  res.setHeader(header, id);
  return id;
}

/** What the client sent, up to 36 visible characters, or a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\x21-\x7e]{1,36}$/.test(given) ? given : randomUUID();
}
