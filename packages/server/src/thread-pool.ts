import { availableParallelism } from 'node:os';

/** A hash takes 19 MiB of memory, besides a core. */
const mostHashing = 16;
/** Threads that are left to files and name look-ups, which have nowhere else to go. */
const others = 2;
/** What Node makes of a pool that nobody has sized. */
const usual = 4;

/** A thread to hash passwords for each core, beside the others. Node takes the size when it first uses its pool. An operator's own stays. */
export function sizeThreadPool(env = process.env): void {
  env.UV_THREADPOOL_SIZE ||= String(Math.max(usual, coresForHashing() + others));
}

/** Passwords that may be hashed at once. */
export function hashingThreads(env = process.env): number {
  const pool = Number(env.UV_THREADPOOL_SIZE) || usual;
  return Math.max(1, Math.min(coresForHashing(), pool - others));
}

function coresForHashing(): number {
  return Math.min(availableParallelism(), mostHashing);
}
