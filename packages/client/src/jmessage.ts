import type { jmessage } from '@diglot/api';
import { jmessageOperations } from '@diglot/api/operations';
import { type Dialect, readEnvelope } from './dialect.ts';
import type { ClientOptions } from './options.ts';
import { createTransport, inputMethods } from './transport.ts';
import type { InputMethod } from './types.ts';

export interface JMessageOptions extends ClientOptions {
  appKey: string;
  masterSecret: string;
}

/** A method for every operation of the JMessage dialect; it takes path, query and body. */
export type JMessageClient = { [Id in keyof jmessage.operations]: InputMethod<jmessage.operations[Id]> };

/** Sends nothing until a method is called. A call fails with a DiglotError, with its signal's reason, or with a TypeError when it cannot be sent. */
export function createJMessageClient(options: JMessageOptions): JMessageClient {
  return inputMethods(jmessageOperations, createTransport(dialectOf(options), options)) as JMessageClient;
}

function dialectOf({ appKey, masterSecret }: JMessageOptions): Dialect {
  const authorization = `Basic ${base64(`${appKey}:${masterSecret}`)}`;
  return {
    operations: jmessageOperations,
    credentials: async () => ({ Authorization: authorization }),
    isSuccess: (body) => typeof body !== 'string',
    readFailure: readEnvelope,
  };
}

/** Base64 of the UTF-8 bytes; btoa alone takes Latin-1 only. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
