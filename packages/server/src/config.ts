import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BlobTarget } from './providers/blobs.ts';
import type { S3Bucket } from './providers/s3-blobs.ts';
import type { DatabaseTarget } from './store/db.ts';

export interface Config {
  host: string;
  port: number;
  /** PostgreSQL; undefined means the embedded database in `dataFolder`. */
  databaseUrl: string | undefined;
  /** Redis that several nodes share; undefined means one node. */
  redisUrl: string | undefined;
  dataFolder: string;
  /** Whether the embedded database has what it answers written through to the disk. */
  fsync: boolean;
  /** Where callers reach the server, without a slash at the end; undefined: where a request came to. */
  publicUrl: string | undefined;
  /** How long a connection stays open for its caller's next request. */
  keepAliveSeconds: number;
  /** Keeps uploaded files; undefined means a folder in `dataFolder`. */
  bucket: S3Bucket | undefined;
  /** Whether webhooks may lead to addresses that are not public. */
  internalWebhooks: boolean;
  logLevel: string;
  /** Opens the admin API. */
  adminKey: string;
  /** Whether the server made the key for this start, since none was given. */
  adminKeyIsNew: boolean;
  validateResponses: boolean;
  /** Offset of date-times in answers, in minutes east of UTC. */
  zoneMinutes: number;
}

/** A setting that cannot be used: one line for the operator, no stack. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Longer than the minute after which proxies and load balancers close a connection: who closes first must not be the server. */
export const defaultKeepAliveSeconds = 75;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads every setting of the server; nothing else reads the environment. Fails with `ConfigError`. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT),
    databaseUrl: readUrl('DATABASE_URL', env.DATABASE_URL, ['postgres', 'postgresql']),
    redisUrl: readUrl('REDIS_URL', env.REDIS_URL, ['redis', 'rediss']),
    dataFolder: resolve(env.DIGLOT_DATA || join(homedir(), '.diglot')),
    fsync: readSwitch('DIGLOT_FSYNC', env.DIGLOT_FSYNC || '1'),
    publicUrl: readUrl('DIGLOT_PUBLIC_URL', env.DIGLOT_PUBLIC_URL, ['http', 'https'])?.replace(/\/+$/, ''),
    keepAliveSeconds: readKeepAlive(env.DIGLOT_KEEP_ALIVE),
    bucket: readBucket(env),
    internalWebhooks: readSwitch('DIGLOT_INTERNAL_WEBHOOKS', env.DIGLOT_INTERNAL_WEBHOOKS),
    logLevel: oneOf('DIGLOT_LOG', env.DIGLOT_LOG || 'info', logLevels),
    adminKey: readAdminKey(env.DIGLOT_ADMIN_KEY),
    adminKeyIsNew: !env.DIGLOT_ADMIN_KEY,
    validateResponses: readSwitch('DIGLOT_VALIDATE_RESPONSES', env.DIGLOT_VALIDATE_RESPONSES),
    zoneMinutes: readZone(env.DIGLOT_ZONE || '+08:00'),
  };
}

/** PostgreSQL when there is an address, else the embedded database. */
export function databaseOf(config: Config): DatabaseTarget {
  if (config.databaseUrl) return { kind: 'postgres', url: config.databaseUrl };
  return { kind: 'folder', folder: join(config.dataFolder, 'database'), fsync: config.fsync };
}

/** The data folder, if the embedded database is used. */
export function embeddedIn({ databaseUrl, dataFolder }: Config): string | undefined {
  return databaseUrl ? undefined : dataFolder;
}

/** A folder, or with a bucket the place of files under way. */
export function blobsOf(config: Config): BlobTarget {
  return { folder: join(config.dataFolder, 'media'), bucket: config.bucket };
}

/** All of the settings, or none; the region has a default. */
function readBucket(env: NodeJS.ProcessEnv): S3Bucket | undefined {
  const given = {
    DIGLOT_S3_ENDPOINT: readUrl('DIGLOT_S3_ENDPOINT', env.DIGLOT_S3_ENDPOINT, ['http', 'https'])?.replace(/\/+$/, ''),
    DIGLOT_S3_BUCKET: env.DIGLOT_S3_BUCKET,
    DIGLOT_S3_KEY_ID: env.DIGLOT_S3_KEY_ID,
    DIGLOT_S3_SECRET: env.DIGLOT_S3_SECRET,
  };
  const missing = Object.entries(given).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === Object.keys(given).length) return undefined;
  if (missing.length > 0) throw new ConfigError(`${missing.join(', ')} must be set too, to keep files in a bucket`);
  return {
    endpoint: given.DIGLOT_S3_ENDPOINT!,
    bucket: given.DIGLOT_S3_BUCKET!,
    region: env.DIGLOT_S3_REGION || 'us-east-1',
    keyId: given.DIGLOT_S3_KEY_ID!,
    secret: given.DIGLOT_S3_SECRET!,
  };
}

function readPort(text: string | undefined): number {
  const port = Number(text || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}"`);
  return port;
}

function readKeepAlive(text: string | undefined): number {
  const seconds = Number(text || defaultKeepAliveSeconds);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 3600) return seconds;
  throw new ConfigError(`DIGLOT_KEEP_ALIVE must be a number of seconds from 1 to 3600, not "${text}"`);
}

function readUrl(name: string, text: string | undefined, schemes: string[]): string | undefined {
  if (!text) return undefined;
  if (!schemes.some((scheme) => text.startsWith(`${scheme}://`))) {
    throw new ConfigError(`${name} must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`);
  }
  if (!URL.canParse(text)) throw new ConfigError(`${name} is not a valid address`);
  return text;
}

/** The value stays out of the message: it may be a key with a slip. */
function readAdminKey(text: string | undefined): string {
  if (!text) return randomBytes(24).toString('base64url');
  if (!/^[\x21-\x7e]{24,256}$/.test(text)) throw new ConfigError('DIGLOT_ADMIN_KEY must have 24 to 256 visible ASCII characters');
  return text;
}

function readSwitch(name: string, text: string | undefined): boolean {
  return oneOf(name, text || '0', ['0', '1']) === '1';
}

function oneOf(name: string, value: string, values: string[]): string {
  if (!values.includes(value)) throw new ConfigError(`${name} must be one of ${values.join(', ')}, not "${value}"`);
  return value;
}

function readZone(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(0\d|1[0-4]):([0-5]\d)$/.exec(text) ?? [];
  if (!sign) throw new ConfigError(`DIGLOT_ZONE must look like +08:00, not "${text}"`);
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
