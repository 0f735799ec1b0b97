/** Counts points in sliding windows, for one process or shared by several. */
export interface Counters {
  /** Takes the points if they fit into the window that ends now; otherwise takes none and says in how many milliseconds they may fit. 0 points look and leave no trace. */
  take(key: string, window: { points: number; limit: number; millis: number; now: number }): Promise<{ retryAfter: number } | undefined>;
  close(): Promise<void>;
}
