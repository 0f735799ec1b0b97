import type { Socket } from 'node:net';
import pg from 'pg';

export interface PoolLimits {
  /** How long a caller waits for a connection, a new one included. */
  connectionMillis?: number;
  /** How long PostgreSQL may take for one statement; 0 is without end, for what takes its time. */
  statementMillis?: number;
}

/** Any statement of a request or a job is done in a fraction of it; what it waits for longer, it waits for in vain. */
const statementMillis = 20_000;
/** A burst of callers may have to wait for each other. */
const connectionMillis = 10_000;
/** How much later than PostgreSQL itself we give a statement up: then the way to it is dead, and nobody knows whether the statement was done. */
const graceMillis = 2000;

/** Statements that have less time, by name. */
const hasty = new Map([['probe', 1500]]);

/** Connections to a database. One that breaks, or is silent past its time, fails what waits for it and is replaced; none ends the process. */
export function openPool(config: pg.PoolConfig, limits: PoolLimits): pg.Pool {
  const { statementMillis: statement = statementMillis } = limits;
  const clients = new Set<pg.ClientBase>();
  const pool = new pg.Pool({
    ...config,
    connectionTimeoutMillis: limits.connectionMillis ?? connectionMillis,
    onConnect: async (client) => {
      clients.add(client);
      client.once('end', () => clients.delete(client));
      watch(client, statement);
      if (statement > 0) await settle(client, statement);
    },
  });
  // Of an idle connection that breaks: the pool drops it by itself.
  pool.on('error', () => {});
  endWith(pool, clients);
  return pool;
}

/**
 * Tells PostgreSQL what to end without us: a connection that was cut somewhere on the way stays open there, counts among those that it
 * has, and holds the locks of its transaction. The settings are no part of the log-in, where a pooler in between would refuse them;
 * those that this version of PostgreSQL does not know are left out.
 */
async function settle(client: pg.ClientBase, millis: number): Promise<void> {
  const settings = Object.entries({
    statement_timeout: millis,
    lock_timeout: millis / 2,
    idle_in_transaction_session_timeout: millis,
    // The pool closes an idle connection after 10 seconds.
    idle_session_timeout: 60_000,
    // In seconds.
    tcp_keepalives_idle: 20,
    tcp_keepalives_interval: 5,
    tcp_keepalives_count: 3,
  });
  await client.query(
    'select set_config(name, wanted, false) from unnest($1::text[], $2::text[]) as s(name, wanted) join pg_settings using (name)',
    [settings.map(([name]) => name), settings.map(([, wanted]) => String(wanted))],
  );
}

function watch(client: pg.ClientBase, statement: number): void {
  // One that breaks in use says so here, and by failing its statement.
  client.on('error', () => {});
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const send = (text: unknown, ...rest: unknown[]) => {
    const name = nameOf(text);
    const parts = name ? [{ name, text, values: rest[0] }, ...rest.slice(1)] : [text, ...rest];
    if (statement === 0) return query(...parts);
    const timer = setTimeout(() => cut(client), hasty.get(name ?? '') ?? statement + graceMillis).unref();
    return sendAndThen(query, parts, () => clearTimeout(timer));
  };
  client.query = send as typeof client.query;
}

/** The answer comes as a promise, or to a function that is the last part. */
function sendAndThen(query: (...parts: unknown[]) => unknown, parts: unknown[], done: () => void): unknown {
  const callback = parts.at(-1);
  if (typeof callback === 'function') {
    const answered = (...answer: unknown[]) => {
      done();
      callback(...answer);
    };
    return query(...parts.slice(0, -1), answered);
  }
  const answer = query(...parts) as Promise<unknown>;
  answer.then(done, done);
  return answer;
}

/** A statement that begins with its name in a comment is planned once for each connection, any other each time it is sent. */
function nameOf(text: unknown): string | undefined {
  return typeof text === 'string' ? /^\/\* ([\w-]+) \*\//.exec(text)?.[1] : undefined;
}

/** What waits for an answer fails as it does when the other side ends the connection, and the pool does not give it out again. */
function cut(client: pg.ClientBase): void {
  (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
}

/** At the end nobody is left to be answered: what is silent then is not waited for. */
function endWith(pool: pg.Pool, clients: Set<pg.ClientBase>): void {
  const end = pool.end.bind(pool) as () => Promise<void>;
  pool.end = (async () => {
    const timer = setTimeout(() => {
      for (const client of clients) cut(client);
    }, graceMillis);
    await end();
    clearTimeout(timer);
  }) as typeof pool.end;
}
