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

/** Counts points in sliding windows, for one process or shared by several. */
export interface Counters {
  /** Takes the points if they fit; otherwise takes none. 0 points look and leave no trace. Undefined when they could not be counted. */
  take(key: string, wanted: Wanted): Promise<Take | undefined>;
  close(): Promise<void>;
}
