import { createHmac } from 'node:crypto';
import type { App } from './apps.ts';
import { isSameText } from './same-text.ts';

/** Proves that a text comes from this server, for one purpose and app. The key comes from the app's secret, so a rotated secret ends it. */
export function signatureOf(app: App, purpose: string, text: string): string {
  return createHmac('sha256', `${purpose}:${app.secret}`).update(`${app.id}.${text}`).digest().subarray(0, 24).toString('base64url');
}

/** Whether the signature is the text's. */
export function isSigned(app: App, { purpose, text }: { purpose: string; text: string }, signature: string): boolean {
  return isSameText(signature, signatureOf(app, purpose, text));
}
