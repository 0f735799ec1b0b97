import { hash } from 'node:crypto';
import type { Services } from '../context.ts';
import type { App } from '../domain/apps.ts';
import { DomainError } from '../domain/errors.ts';
import { isSameText } from '../domain/same-text.ts';
import type { Caller } from '../http/dialect.ts';
import { requireFresh } from './signature-window.ts';

/**
 * Verifies App-Key, Nonce, Timestamp and Signature, each plain or with the prefix `RC-`. Nonce and Timestamp enter the hash as sent.
 * Age and repetition count only where the app has a signature window: the Node SDK sends the same three values for the life of its
 * process.
 */
export async function authenticate({ headers }: Caller, services: Services): Promise<App> {
  const header = (name: string) => (headers[name] ?? headers[`rc-${name}`])?.toString();
  const appKey = header('app-key');
  const app = appKey ? await services.apps.find(appKey) : undefined;
  if (!app) throw new DomainError('app-unknown');
  const [nonce, timestamp, signature] = [header('nonce'), header('timestamp'), header('signature')];
  if (!nonce || !timestamp || !signature) throw new DomainError('credentials-missing');
  const proof = hash('sha1', `${app.secret}${nonce}${timestamp}`);
  if (!isSameText(signature.toLowerCase(), proof)) throw new DomainError('credentials-invalid');
  if (app.settings.signatureWindowSeconds !== null) await requireFresh({ ...services, app }, { timestamp, signature: proof });
  return app;
}
