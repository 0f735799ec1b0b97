/** So many points, if no more than `limit` are taken in the `millis` that end `now`. */
export interface Wanted {
  points: number;
  limit: number;
  millis: number;
  now: number;
}

/** What became of it. */
export interface Take {
  /** Undefined when the points were taken, else in how many milliseconds they may fit. */
  retryAfter: number | undefined;
  /** Points that are left. */
  remaining: number;
  /** In so many milliseconds, if nothing else is taken, all points are left again. */
  resetAfter: number;
}

/**
 * How far ahead of a caller's clock, in milliseconds, what was taken may lie and still count.
 *
 * A clock that was set back sees what it took before in the future, and so does one node what another with a faster clock has taken.
 * Time in a window therefore never runs backwards: a call counts at its own time or at that of the latest point, whichever is later.
 * So two nodes that differ by a second share one limit, neither twice nor half of it, and a small step back frees nothing.
 * What lies further ahead than this was taken by a clock that was wrong: it is dropped, or the limit would last until the clock is there
 * again. A whole window counts, since used signatures are kept in one: they must not pass again while their time is good.
 */
export function aheadMillis(millis: number): number {
  return Math.max(millis, 2000);
}

/** Counts points in sliding windows, for one process or shared by several. No wait that it tells is longer than the window. */
export interface Counters {
  /** Takes the points if they fit; otherwise takes none. 0 points look and leave no trace. Undefined when they could not be counted. */
  take(key: string, wanted: Wanted): Promise<Take | undefined>;
  close(): Promise<void>;
}
