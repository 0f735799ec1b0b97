import { instantOf } from '../domain/local-time.ts';

// Dates are written by hand, too: `2026-1-5 8:5:3` is meant as `2026-01-05 08:05:03`.
const form = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?$/;

/** `yyyy-MM-dd` of a date, whatever the time behind it; undefined of what is none. */
export function readDay(text: string): string | undefined {
  const written = read(text);
  return written && instantOf(written.dateTime, 0) !== undefined ? written.dateTime.slice(0, 10) : undefined;
}

/** Milliseconds of a date and a time in a zone, at second 0 where none is written; undefined of what is none. */
export function readInstant(text: string, zoneMinutes: number): number | undefined {
  const written = read(text);
  return written?.hasTime ? instantOf(written.dateTime, zoneMinutes) : undefined;
}

function read(text: string): { dateTime: string; hasTime: boolean } | undefined {
  const [, year, month, day, hour, minute, second] = form.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [date, time] = [
    [month, day],
    [hour, minute, second],
  ].map((parts) => parts.map((part = '') => part.padStart(2, '0')));
  return { dateTime: `${year}-${date!.join('-')}T${time!.join(':')}`, hasTime: hour !== undefined };
}
