/** Milliseconds since 1970. Passed in, so that tests can move it. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** End of what holds until it is lifted. */
export const endless = Date.UTC(9999, 11, 31, 23, 59, 59);
