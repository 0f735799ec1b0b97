import type { jmessage } from '@diglot/api';
import { jmessageOperations } from '@diglot/api/operations';
import { type Dialect, field } from './dialect.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { createTransport } from './transport.ts';
import type { InputMethod } from './types.ts';

export interface JMessageOptions extends ClientOptions {
  appKey: string;
  masterSecret: string;
}

/** A method for every operation of the JMessage dialect; it takes path, query and body. */
export type JMessageClient = { [Id in keyof jmessage.operations]: InputMethod<jmessage.operations[Id]> };

/** Sends nothing until a method is called. A call fails with a DiglotError, with its signal's reason, or with a TypeError when it cannot be sent. */
export function createJMessageClient(options: JMessageOptions): JMessageClient {
  const call = createTransport(dialectOf(options), options);
  const methodOf =
    (id: string) =>
    (input: object = {}, own?: CallOptions) =>
      call(id, input, own);
  return Object.fromEntries(Object.keys(jmessageOperations).map((id) => [id, methodOf(id)] as const)) as JMessageClient;
}

function dialectOf({ appKey, masterSecret }: JMessageOptions): Dialect {
  const authorization = `Basic ${base64(`${appKey}:${masterSecret}`)}`;
  return {
    operations: jmessageOperations,
    credentials: async () => ({ Authorization: authorization }),
    isSuccess: (body) => typeof body !== 'string',
    readFailure,
  };
}

/** The envelope, or the first one in a list that reports item by item. */
function readFailure(body: unknown): { code: number; reason: unknown } | undefined {
  const envelopes = Array.isArray(body) ? body : [body];
  const error = envelopes.map((envelope) => field(envelope, 'error')).find((found) => found !== undefined);
  const code = field(error, 'code');
  return typeof code === 'number' ? { code, reason: field(error, 'message') } : undefined;
}

/** Base64 of the UTF-8 bytes; btoa alone takes Latin-1 only. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
