import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { App, AppDirectory } from '../domain/apps.ts';
import { DomainError } from '../domain/errors.ts';

/**
 * Verifies App-Key, Nonce, Timestamp and Signature, each plain or with the prefix `RC-`. Nonce and Timestamp enter the hash as sent:
 * the Node SDK sends the same three values for the life of its process, so neither window nor replay is checked.
 */
export async function authenticate(headers: IncomingHttpHeaders, apps: AppDirectory): Promise<App> {
  const header = (name: string) => (headers[name] ?? headers[`rc-${name}`])?.toString();
  const appKey = header('app-key');
  const app = appKey ? await apps.find(appKey) : undefined;
  if (!app) throw new DomainError('app-unknown');
  const [nonce, timestamp, signature] = [header('nonce'), header('timestamp'), header('signature')];
  if (!nonce || !timestamp || !signature) throw new DomainError('credentials-missing');
  const expected = Buffer.from(hash('sha1', `${app.secret}${nonce}${timestamp}`));
  const given = Buffer.from(signature.toLowerCase());
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new DomainError('credentials-invalid');
  return app;
}
