import type { Services } from '../context.ts';
import type { App } from '../domain/apps.ts';
import { DomainError } from '../domain/errors.ts';
import { isSameText } from '../domain/same-text.ts';
import type { Caller } from '../http/dialect.ts';
import { charsetOf, notInCharset } from '../http/text.ts';

/** Verifies HTTP Basic with the app key, without regard to case, and the master secret. */
export async function authenticate({ headers }: Caller, { apps }: Services): Promise<App> {
  const header = headers.authorization?.trim();
  if (!header) throw new DomainError('credentials-missing');
  const [, encoded = ''] = /^Basic +(\S+)$/i.exec(header) ?? [];
  const [, appKey = '', secret = ''] = /^([^:]*):(.*)$/s.exec(decode(encoded)) ?? [];
  if (!appKey) throw new DomainError('credentials-invalid');
  const app = await apps.find(appKey);
  if (!app) throw new DomainError('app-unknown');
  if (!isSameText(secret, app.secret)) throw new DomainError('credentials-invalid');
  return app;
}

function decode(encoded: string): string {
  const text = charsetOf().read(Buffer.from(encoded, 'base64'));
  if (text === undefined) throw notInCharset('Authorization', charsetOf());
  return text;
}
