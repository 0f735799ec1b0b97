/** The load generator: a process of its own, the same for every row of the table. */
import autocannon, { type Options, type Result } from 'autocannon';
import { answer } from './child.ts';

export interface Load {
  url: string;
  headers: Record<string, string>;
  /** Form bodies, dealt out to the connections, each of which repeats its own. */
  bodies: string[];
  connections: number;
  requests: number;
}

export interface LoadResult {
  /** Per second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** 2xx answers. */
  accepted: number;
  /** Other answers, errors and timeouts. */
  failed: number;
}

answer({ run });

async function run(load: Load): Promise<LoadResult> {
  const times = new Float64Array(load.requests);
  let [count, started, ended, client] = [0, 0, 0, 0];
  const options: Options = {
    url: load.url,
    method: 'POST',
    headers: { ...load.headers, 'content-type': 'application/x-www-form-urlencoded' },
    connections: load.connections,
    amount: load.requests,
    // The run ends at a tick of this many milliseconds.
    sampleInt: 20,
    setupClient: (connection) => connection.setRequests(bodiesOf(load, client++).map((body) => ({ body }))),
  };
  const result = await new Promise<Result>((resolve, reject) => {
    const running = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    running.on('response', (...[, , , millis]) => {
      ended = performance.now();
      started ||= ended - millis;
      times[count++] = millis;
    });
  });
  const sorted = times.subarray(0, count).sort();
  return {
    rate: (count / (ended - started)) * 1000,
    p50: sorted[Math.floor(count * 0.5)] ?? 0,
    p99: sorted[Math.floor(count * 0.99)] ?? 0,
    accepted: result['2xx'],
    failed: result.non2xx + result.errors,
  };
}

function bodiesOf({ bodies, connections }: Load, client: number): string[] {
  const own = bodies.filter((_, index) => index % connections === client);
  return own.length > 0 ? own : [bodies[client % bodies.length]!];
}
