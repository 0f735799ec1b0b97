import { aheadMillis, type Counters, type Take, type Wanted } from '../domain/counters.ts';

/** Takes between two sweeps, and windows that one looks at: twice as many as can have come, so that old ones do go. */
const sweepEvery = 100;
const sweepWidth = 200;

interface Window {
  /** What was taken, oldest first; one entry per instant. */
  log: { at: number; points: number }[];
  sum: number;
  millis: number;
}

/** Counters in this process. They are exact: no stretch of the window's length ever holds more than the limit, wherever a burst falls. */
export class MemoryCounters implements Counters {
  readonly #windows = new Map<string, Window>();
  #takes = 0;

  async take(key: string, { points, limit, millis, now: called }: Wanted): Promise<Take> {
    if (++this.#takes % sweepEvery === 0) this.#sweep(called);
    const window = this.#windows.get(key) ?? { log: [], sum: 0, millis };
    const now = forget(window, called);
    const excess = window.sum + points - limit;
    if (excess <= 0 && points > 0) {
      this.#windows.set(key, window);
      record(window, points, now);
    }
    return {
      retryAfter: excess > 0 ? untilFree(window, { excess, now }) : undefined,
      remaining: Math.max(0, limit - window.sum),
      resetAfter: untilEmpty(window, now),
    };
  }

  async close(): Promise<void> {
    this.#windows.clear();
  }

  /** Drops windows that nobody has used for their whole length; a part of them each time, since there may be a million. */
  #sweep(now: number): void {
    let left = sweepWidth;
    for (const [key, window] of this.#windows) {
      if (left-- === 0) return;
      forget(window, now);
      this.#windows.delete(key);
      // At the end, so that the next sweep begins with others.
      if (window.sum > 0) this.#windows.set(key, window);
    }
  }
}

/** Drops what is out of the window, on both sides, and returns the time that it is in the window; see `aheadMillis`. */
function forget(window: Window, called: number): number {
  const { log, millis } = window;
  // Each from its own end: a log of a day is long.
  const wrong = log.splice(log.findLastIndex(({ at }) => at <= called + aheadMillis(millis)) + 1);
  const now = Math.max(called, log.at(-1)?.at ?? called);
  const kept = log.findIndex(({ at }) => at > now - millis);
  const old = log.splice(0, kept === -1 ? log.length : kept);
  for (const { points } of [...wrong, ...old]) window.sum -= points;
  return now;
}

function record(window: Window, points: number, now: number): void {
  const last = window.log.at(-1);
  if (last?.at === now) last.points += points;
  else window.log.push({ at: now, points });
  window.sum += points;
}

/** Milliseconds until enough has left the window; its whole length when the call alone is above the limit. */
function untilFree(window: Window, { excess, now }: { excess: number; now: number }): number {
  let freed = 0;
  for (const { at, points } of window.log) {
    freed += points;
    if (freed >= excess) return at + window.millis - now;
  }
  return window.millis;
}

function untilEmpty({ log, millis }: Window, now: number): number {
  const last = log.at(-1);
  return last ? last.at + millis - now : 0;
}
