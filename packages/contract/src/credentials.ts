import type { DialectName } from './api.ts';

export interface AppCredentials {
  appKey: string;
  appSecret: string;
}

/** Who calls, and with what it is proved. */
export type Identity = { dialect: Exclude<DialectName, 'admin'>; app: AppCredentials } | { dialect: 'admin'; adminKey: string };

/** Headers that prove who calls. */
export async function identityHeaders(identity: Identity): Promise<Record<string, string>> {
  if (identity.dialect === 'admin') return { Authorization: `Bearer ${identity.adminKey}` };
  return credentialHeaders(identity.dialect, identity.app);
}

/** Headers that prove an app: a signature for rongcloud, HTTP Basic for jmessage. */
export async function credentialHeaders(
  dialect: Exclude<DialectName, 'admin'>,
  { appKey, appSecret }: AppCredentials,
): Promise<Record<string, string>> {
  if (dialect === 'jmessage') return { Authorization: `Basic ${btoa(`${appKey}:${appSecret}`)}` };
  const nonce = String(Math.floor(Math.random() * 1e9));
  const timestamp = String(Date.now());
  const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(appSecret + nonce + timestamp));
  return { 'App-Key': appKey, Nonce: nonce, Timestamp: timestamp, Signature: Buffer.from(hash).toString('hex') };
}
