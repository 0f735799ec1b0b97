import type { DialectName } from './api.ts';

export interface AppCredentials {
  appKey: string;
  appSecret: string;
}

/** Headers that prove who calls: a signature for rongcloud, HTTP Basic for jmessage. */
export async function credentialHeaders(dialect: DialectName, { appKey, appSecret }: AppCredentials): Promise<Record<string, string>> {
  if (dialect === 'jmessage') return { Authorization: `Basic ${btoa(`${appKey}:${appSecret}`)}` };
  const nonce = String(Math.floor(Math.random() * 1e9));
  const timestamp = String(Date.now());
  const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(appSecret + nonce + timestamp));
  return { 'App-Key': appKey, Nonce: nonce, Timestamp: timestamp, Signature: Buffer.from(hash).toString('hex') };
}
