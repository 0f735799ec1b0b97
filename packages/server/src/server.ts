import { createServer, type ServerOptions as HttpServerOptions, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino, { type Logger } from 'pino';
import { createHttpApp } from './app.ts';
import { defaultKeepAliveSeconds } from './config.ts';
import type { Services } from './context.ts';
import { AppDirectory } from './domain/apps.ts';
import { type Clock, systemClock } from './domain/clock.ts';
import { faultOf } from './domain/errors.ts';
import { FairQueue } from './domain/fair-queue.ts';
import { MessageLog } from './domain/messages/log.ts';
import { WordFilters } from './domain/moderation/filters.ts';
import type { PushProvider } from './domain/push/provider.ts';
import type { Dialect } from './http/dialect.ts';
import { answerParserRefusals } from './http/parser-refusals.ts';
import type { RouteTable } from './http/routes.ts';
import { shutdownOf } from './http/shutdown.ts';
import { warmUp } from './http/warm-up.ts';
import { type BlobTarget, openBlobs } from './providers/blobs.ts';
import { HttpWebhooks } from './providers/http-webhooks.ts';
import { LogPushProvider } from './providers/log-push.ts';
import { MemoryCounters } from './providers/memory-counters.ts';
import { PgBossJobs } from './providers/pg-boss-jobs.ts';
import { RedisCounters } from './providers/redis-counters.ts';
import { type DatabaseTarget, type Db, openDb, type Query } from './store/db.ts';
import { migrate } from './store/migrate.ts';
import { readWordList } from './store/sensitive-words.ts';
import { hashingThreads } from './thread-pool.ts';
import { workersOf } from './workers.ts';

export interface ServerOptions {
  database: DatabaseTarget;
  /** Shares the rate limits with other nodes. */
  redisUrl?: string | undefined;
  /** Where uploaded files are kept; by default a temporary folder that goes when the server stops. */
  blobs?: BlobTarget;
  /** Stands in the addresses of files; by default that to which the request came. */
  publicUrl?: string | undefined;
  /** The way to the devices; one that only writes to the log when left out. */
  push?: PushProvider;
  /** Webhooks may lead to addresses that are not public: this machine, private networks. */
  internalWebhooks?: boolean;
  host?: string;
  /** 0 takes a free port. */
  port?: number;
  /** How long a request may take to come in; five minutes by default. */
  requestMillis?: number;
  /** How long a connection stays open for the next request. */
  keepAliveSeconds?: number;
  clock?: Clock;
  log?: Logger;
  validateResponses?: boolean;
  zoneMinutes?: number;
  docsFolder?: string | undefined;
  /** What is spoken; both by default. */
  dialects?: Dialect[];
  /** Opens the admin API; undefined serves none. */
  adminKey?: string | undefined;
  /** False leaves each validator to its first request, and the workers to the first job. */
  warmUp?: boolean;
  /** Is told of every statement that goes to the database. */
  onQuery?: ((query: Query) => void) | undefined;
}

export interface RunningServer {
  url: string;
  services: Services;
  routes: RouteTable;
  /** Resolves when every validator is compiled and the workers are at work. */
  warm: Promise<void>;
  /** Stops taking requests, finishes those it accepted and the jobs under way, and closes the database. */
  stop(): Promise<void>;
}

/** How long accepted requests may take to finish at shutdown, and jobs after them, in milliseconds. */
const stopMillis = 10_000;

/** Connections that may wait to be accepted. With Node's 511 a burst of a thousand callers sees some of its connections reset. */
const backlog = 4096;

/** Opens and migrates the database, and listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const db = await openDb(options.database, options.onQuery);
  const { log = pino({ level: 'silent' }) } = options;
  try {
    await migrate(db);
    const services = await openServices(options, { db, log });
    const lifecycle = { stopping: false };
    const { listener, serving } = createHttpApp({
      services,
      lifecycle,
      log,
      validateResponses: options.validateResponses ?? false,
      docsFolder: options.docsFolder,
      dialects: options.dialects,
      adminKey: options.adminKey,
    });
    const server = createServer(connectionOptions(options), listener);
    answerParserRefusals(server, serving);
    const shutdown = shutdownOf(server);
    const url = await listen(server, options.host ?? '127.0.0.1', options.port ?? 0);
    // A connection that could not be accepted, for lack of memory or descriptors.
    server.on('error', (error) => log.error(faultOf(error), 'could not take a connection'));
    const stop = async () => {
      lifecycle.stopping = true;
      await shutdown(stopMillis);
      await services.messages.settled();
      await services.jobs.stop();
      services.webhooks.close();
      await services.counters.close();
      await services.blobs.close();
      await db.destroy();
    };
    const warm = options.warmUp === false ? Promise.resolve() : warmUp(serving.routes, lifecycle).then(() => services.jobs.start());
    return { url, services, routes: serving.routes, warm, stop };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function openServices(options: ServerOptions, { db, log }: { db: Db; log: Logger }): Promise<Services> {
  const { clock = systemClock } = options;
  const services: Services = {
    db,
    clock,
    apps: new AppDirectory({ db, clock }),
    messages: new MessageLog(db),
    wordFilters: new WordFilters((appId) => readWordList(db, appId)),
    hashing: new FairQueue({ atOnce: hashingThreads() }),
    counters: options.redisUrl ? new RedisCounters(options.redisUrl, { log }) : new MemoryCounters(),
    keyedCalls: new Set(),
    push: options.push ?? new LogPushProvider(log),
    webhooks: new HttpWebhooks({ internal: options.internalWebhooks ?? false }),
    jobs: new PgBossJobs({ db, clock, log, workers: () => workersOf(services), stopMillis }),
    blobs: await openBlobs(options.blobs),
    zoneMinutes: options.zoneMinutes ?? 480,
    publicUrl: options.publicUrl,
  };
  return services;
}

/** That there is a Host header is for the application to see: Node's refusal would be an empty one. */
function connectionOptions({ requestMillis = 300_000, keepAliveSeconds = defaultKeepAliveSeconds }: ServerOptions): HttpServerOptions {
  const headersTimeout = Math.min(requestMillis, 60_000);
  return {
    requireHostHeader: false,
    requestTimeout: requestMillis,
    // From the first byte of a request, or of a connection that never sends one: an idle connection between two requests is not concerned.
    headersTimeout,
    connectionsCheckingInterval: headersTimeout / 2,
    keepAliveTimeout: keepAliveSeconds * 1000,
  };
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, backlog, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve(`http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${taken}`);
    });
  });
}
