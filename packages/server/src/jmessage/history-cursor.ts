import type { RequestCtx } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import type { ReportRange } from '../domain/messages/report.ts';
import { isSigned, signatureOf } from '../domain/signatures.ts';

/** A walk through a list of messages, begun by the first call. */
export interface Walk {
  range: ReportRange;
  /** Messages per page. */
  count: number;
  /** Messages in the range when the walk began. */
  total: number;
  /** The last message of the page before, if there is one. */
  after?: { sentAt: number; id: number; seq: number };
}

const purpose = 'history-cursor';
const cursorMillis = 120_000;

/** The walk as text, good for 120 seconds and for the list of this name. */
export function writeCursor(ctx: RequestCtx, list: string, walk: Walk): string {
  const expires = ctx.clock.now() + cursorMillis;
  const body = Buffer.from(JSON.stringify({ list, expires, walk })).toString('base64url');
  return `${body}.${signatureOf(ctx.app, purpose, body)}`;
}

/** Fails with `parameter-invalid` for a text that `writeCursor` did not make for this app and list, or that is too old. */
export function readCursor(ctx: RequestCtx, list: string, cursor: string): Walk {
  const [body = '', ...signature] = cursor.split('.');
  if (!isSigned(ctx.app, { purpose, text: body }, signature.join('.'))) throw invalid('is not one of this list');
  const read = JSON.parse(Buffer.from(body, 'base64url').toString()) as { list: string; expires: number; walk: Walk };
  if (read.list !== list) throw invalid('is not one of this list');
  if (ctx.clock.now() > read.expires) throw invalid('is older than 120 seconds');
  return read.walk;
}

function invalid(reason: string): DomainError {
  return new DomainError('parameter-invalid', { field: 'cursor', reason });
}
