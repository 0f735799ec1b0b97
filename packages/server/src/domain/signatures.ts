import { createHmac, timingSafeEqual } from 'node:crypto';
import type { App } from './apps.ts';

/** Proves that a text comes from this server, for one purpose and app. The key comes from the app's secret, so a rotated secret ends it. */
export function signatureOf(app: App, purpose: string, text: string): string {
  return createHmac('sha256', `${purpose}:${app.secret}`).update(`${app.id}.${text}`).digest().subarray(0, 24).toString('base64url');
}

/** Compares in constant time. */
export function isSigned(app: App, { purpose, text }: { purpose: string; text: string }, signature: string): boolean {
  const expected = Buffer.from(signatureOf(app, purpose, text));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
