import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DatabaseTarget } from './store/db.ts';

export interface Config {
  host: string;
  port: number;
  /** PostgreSQL; undefined means the embedded database in `dataFolder`. */
  databaseUrl: string | undefined;
  /** Redis that several nodes share; undefined means one node. */
  redisUrl: string | undefined;
  dataFolder: string;
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

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads every setting of the server; nothing else reads the environment. Fails with `ConfigError`. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT),
    databaseUrl: readUrl('DATABASE_URL', env.DATABASE_URL, ['postgres', 'postgresql']),
    redisUrl: readUrl('REDIS_URL', env.REDIS_URL, ['redis', 'rediss']),
    dataFolder: resolve(env.DIGLOT_DATA || join(homedir(), '.diglot')),
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
  return { kind: 'folder', folder: join(config.dataFolder, 'database') };
}

function readPort(text: string | undefined): number {
  const port = Number(text || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}"`);
  return port;
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
