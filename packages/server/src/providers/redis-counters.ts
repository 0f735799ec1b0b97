import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { aheadMillis, type Counters, type Take, type Wanted } from '../domain/counters.ts';
import { CircuitBreaker } from './circuit-breaker.ts';

/**
 * KEYS: log, sum. ARGV: now, millis, points, limit, milliseconds that points may lie ahead, unique id.
 * The log is a sorted set of `id:points` by time; the sum is kept beside it. Returns the sum, the milliseconds until the log is empty,
 * and when the points were not taken those until they may fit.
 */
const script = `
local now, millis, points, limit = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local function pointsOf(entry) return tonumber(string.match(entry, ':(%d+)$')) end
local function latest() return tonumber(redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')[2]) end
local sum = tonumber(redis.call('GET', KEYS[2]) or '0')
local function drop(from, to)
  local gone = redis.call('ZRANGEBYSCORE', KEYS[1], from, to)
  for _, entry in ipairs(gone) do sum = sum - pointsOf(entry) end
  if #gone > 0 then redis.call('ZREMRANGEBYSCORE', KEYS[1], from, to) end
end
drop('(' .. now + tonumber(ARGV[5]), '+inf')
now = math.max(now, latest() or now)
drop('-inf', now - millis)
local wait, empty = nil, 0
if sum + points > limit then
  local excess, freed = sum + points - limit, 0
  local log = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
  wait = millis
  for index = 1, #log, 2 do
    freed = freed + pointsOf(log[index])
    if freed >= excess then wait = log[index + 1] + millis - now break end
  end
elseif points > 0 then
  sum = sum + points
  redis.call('ZADD', KEYS[1], now, ARGV[6] .. ':' .. points)
end
redis.call('SET', KEYS[2], sum, 'PX', millis)
redis.call('PEXPIRE', KEYS[1], millis)
local last = latest()
if last then empty = last + millis - now end
return { sum, empty, wait }`;

export interface RedisCountersOptions {
  /** How long a call may wait for the answer, in milliseconds. */
  timeout?: number;
  /** How long Redis is left alone after some calls in a row that it has not answered, in milliseconds. */
  pause?: number;
  log?: Logger;
}

const failuresInARow = 3;

/** Counters that several nodes share: as exact as those in memory, one round trip a call. While Redis does not answer nothing is counted. */
export class RedisCounters implements Counters {
  readonly #redis: Redis;
  readonly #breaker: CircuitBreaker;
  #taken = 0;
  readonly #node = crypto.randomUUID();

  constructor(url: string, { timeout = 1000, pause = 5000, log }: RedisCountersOptions = {}) {
    const onChange = (answers: boolean) =>
      answers ? log?.info('Redis answers again') : log?.warn('Redis does not answer: calls pass uncounted');
    this.#breaker = new CircuitBreaker({ failures: failuresInARow, pause, onChange });
    // A connection on which nothing comes back is given up, as one that is broken: it may be to a machine that is gone.
    this.#redis = new Redis(url, {
      maxRetriesPerRequest: 1,
      commandTimeout: timeout,
      connectTimeout: 2 * timeout,
      socketTimeout: 3 * timeout,
    });
    // A lost connection shows in the call that needs it; ioredis connects again by itself.
    this.#redis.on('error', () => {});
  }

  async take(key: string, { points, limit, millis, now }: Wanted): Promise<Take | undefined> {
    // The braces keep both keys on one node of a cluster.
    const keys = [`diglot:{${key}}:log`, `diglot:{${key}}:sum`];
    const id = `${this.#node}-${++this.#taken}`;
    const wanted = [now, millis, points, limit, aheadMillis(millis), id];
    // Limits protect the service; a Redis that does not answer must not end it.
    const answer = await this.#breaker.call(() => this.#redis.eval(script, keys.length, ...keys, ...wanted));
    if (answer === undefined) return undefined;
    const [sum, resetAfter, retryAfter] = answer as [number, number, number?];
    return { retryAfter, remaining: Math.max(0, limit - sum), resetAfter };
  }

  async close(): Promise<void> {
    this.#redis.disconnect();
  }
}
