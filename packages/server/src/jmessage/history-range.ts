import type { RequestCtx } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import type { ReportRange } from '../domain/messages/report.ts';
import { readInstant } from './written-dates.ts';

interface Times {
  begin_time?: string;
  end_time?: string;
}

const maxMillis = 7 * 24 * 60 * 60 * 1000;

/** At most 7 days, both seconds included. Fails with `parameter-missing` or `parameter-invalid`. */
export function readRange(ctx: RequestCtx, times: Times): ReportRange {
  const [from, last] = [readTime(ctx, times, 'begin_time'), readTime(ctx, times, 'end_time')];
  if (last < from) throw invalid('end_time', 'is before begin_time');
  if (last - from > maxMillis) throw invalid('end_time', 'is more than 7 days after begin_time');
  return { from, end: last + 1000 };
}

function readTime({ zoneMinutes }: RequestCtx, times: Times, field: keyof Times): number {
  const text = times[field];
  if (text === undefined) throw new DomainError('parameter-missing', { field });
  const instant = readInstant(text, zoneMinutes);
  if (instant === undefined) throw invalid(field, 'is not a time');
  return instant;
}

function invalid(field: string, reason: string): DomainError {
  return new DomainError('parameter-invalid', { field, reason });
}
