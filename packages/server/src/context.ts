import type { App, AppDirectory } from './domain/apps.ts';
import type { Clock } from './domain/clock.ts';
import type { Counters } from './domain/counters.ts';
import type { FairQueue } from './domain/fair-queue.ts';
import type { Jobs } from './domain/jobs.ts';
import type { BlobStore } from './domain/media/blob-store.ts';
import type { MessageLog } from './domain/messages/log.ts';
import type { FilterSource } from './domain/moderation/filters.ts';
import type { PushProvider } from './domain/push/provider.ts';
import type { WebhookSender } from './domain/webhooks/sender.ts';
import type { Db } from './store/db.ts';

/** What the whole server shares. */
export interface Services {
  db: Db;
  clock: Clock;
  apps: AppDirectory;
  messages: MessageLog;
  wordFilters: FilterSource;
  /** Takes turns at the threads that hash passwords. */
  hashing: FairQueue;
  counters: Counters;
  /** Calls with an Idempotency-Key that this node is at work on. */
  keyedCalls: Set<string>;
  jobs: Jobs;
  blobs: BlobStore;
  push: PushProvider;
  webhooks: WebhookSender;
  /** Offset of date-times in answers, in minutes east of UTC. */
  zoneMinutes: number;
  /** Where callers reach the server, without a slash at the end; undefined: where the request came to. */
  publicUrl: string | undefined;
}

/** What a domain function gets: the shared services and the app that calls. */
export interface Ctx extends Services {
  app: App;
  /** Aborts when the caller goes before the answer. Undefined where nobody could go. */
  signal?: AbortSignal | undefined;
}

/** What a handler gets on top of that. */
export interface RequestCtx extends Ctx {
  requestId: string;
  /** As the Host header has it. */
  host: string | undefined;
}

/** What a handler of the admin API gets: who calls it is no app. */
export interface AdminCtx extends Services {
  app?: undefined;
  requestId: string;
}
