/** Longest delay that setTimeout takes; it fires at once for a longer one. */
const maxTimerMillis = 2 ** 31 - 1;

export interface TimeLimit {
  /** Aborts when the time is over or the outer signal aborts. */
  signal: AbortSignal;
  expired(): boolean;
  /** Lets go of the timer and the outer signal. */
  end(): void;
}

/** Starts a limit in milliseconds. */
export function startTimeLimit(millis: number, outer?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let expired = false;
  const expire = () => {
    expired = true;
    controller.abort();
  };
  const abort = () => controller.abort(outer?.reason);
  const timer = setTimeout(expire, Math.min(millis, maxTimerMillis));
  outer?.addEventListener('abort', abort);
  const end = () => {
    clearTimeout(timer);
    outer?.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, expired: () => expired, end };
}

/** Resolves after some milliseconds; rejects with the signal's reason when it aborts first. */
export async function wait(millis: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, millis);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
