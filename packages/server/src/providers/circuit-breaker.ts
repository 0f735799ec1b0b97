export interface CircuitBreakerOptions {
  /** Failures in a row after which no call is made. */
  failures: number;
  /** For how long, in milliseconds. */
  pause: number;
  /** Is told when no more calls are made, and when one was answered again. */
  onChange?: (answers: boolean) => void;
  /** Milliseconds of a clock that nobody sets. */
  now?: () => number;
}

/** Leaves alone what does not answer: after some failures in a row no call is made for a while, then one, which decides. */
export class CircuitBreaker {
  readonly #most: number;
  readonly #pause: number;
  readonly #onChange: (answers: boolean) => void;
  readonly #now: () => number;
  #failures = 0;
  #pausedUntil = 0;

  constructor({ failures, pause, onChange = () => {}, now = () => performance.now() }: CircuitBreakerOptions) {
    this.#most = failures;
    this.#pause = pause;
    this.#onChange = onChange;
    this.#now = now;
  }

  /** Undefined when the call failed, or was not made. */
  async call<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#failures >= this.#most) {
      if (this.#now() < this.#pausedUntil) return undefined;
      // Others wait for what becomes of this one.
      this.#pausedUntil = Infinity;
    }
    try {
      const result = await work();
      if (this.#failures >= this.#most) this.#onChange(true);
      this.#failures = 0;
      return result;
    } catch {
      if (++this.#failures === this.#most) this.#onChange(false);
      this.#pausedUntil = this.#now() + this.#pause;
      return undefined;
    }
  }
}
