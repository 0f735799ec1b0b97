import type { rongcloud } from '@diglot/api';
import { rongcloudOperations } from '@diglot/api/operations';
import { type Dialect, type Failure, field } from './dialect.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { randomHex, sign } from './signature.ts';
import { createTransport } from './transport.ts';
import type { BodyMethod } from './types.ts';

export interface RongCloudOptions extends ClientOptions {
  appKey: string;
  appSecret: string;
}

/** A method for every operation of the RongCloud dialect; it takes the fields of the body. */
export type RongCloudClient = { [Id in keyof rongcloud.operations]: BodyMethod<rongcloud.operations[Id]> };

/** Sends nothing until a method is called. A call fails with a DiglotError, with its signal's reason, or with a TypeError when it cannot be sent. */
export function createRongCloudClient(options: RongCloudOptions): RongCloudClient {
  const call = createTransport(dialectOf(options), options);
  const methodOf = (id: string) => (body?: object, own?: CallOptions) => call(id, { body }, own);
  return Object.fromEntries(Object.keys(rongcloudOperations).map((id) => [id, methodOf(id)] as const)) as RongCloudClient;
}

function dialectOf({ appKey, appSecret }: RongCloudOptions): Dialect {
  return {
    operations: rongcloudOperations,
    credentials: () => signatureHeaders(appKey, appSecret),
    isSuccess: (body) => field(body, 'code') === 200,
    readFailure,
  };
}

function readFailure(body: unknown): Failure | undefined {
  const code = field(body, 'code');
  return typeof code === 'number' ? { code, reason: field(body, 'errorMessage') } : undefined;
}

async function signatureHeaders(appKey: string, appSecret: string): Promise<Record<string, string>> {
  // The documents of the dialect allow a nonce 18 characters.
  const nonce = randomHex(8);
  const timestamp = String(Date.now());
  const signature = await sign({ appSecret, nonce, timestamp });
  return { 'App-Key': appKey, Nonce: nonce, Timestamp: timestamp, Signature: signature };
}
