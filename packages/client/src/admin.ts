import type { admin } from '@diglot/api';
import { adminOperations } from '@diglot/api/operations';
import { type Dialect, readEnvelope } from './dialect.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { createTransport, inputMethods } from './transport.ts';
import type { InputMethod } from './types.ts';

export interface AdminOptions extends ClientOptions {
  /** What `DIGLOT_ADMIN_KEY` says, or the server has printed. */
  adminKey: string;
}

/** The admin API takes no Idempotency-Key. */
type AdminCallOptions = Omit<CallOptions, 'idempotencyKey'>;

/** A method for every operation of the admin API; it takes path, query and body. */
export type AdminClient = { [Id in keyof admin.operations]: InputMethod<admin.operations[Id], AdminCallOptions> };

/** Sends nothing until a method is called. A call fails with a DiglotError, with its signal's reason, or with a TypeError when it cannot be sent. */
export function createAdminClient(options: AdminOptions): AdminClient {
  return inputMethods(adminOperations, createTransport(dialectOf(options), options)) as AdminClient;
}

function dialectOf({ adminKey }: AdminOptions): Dialect {
  return {
    operations: adminOperations,
    credentials: async () => ({ Authorization: `Bearer ${adminKey}` }),
    isSuccess: (body) => typeof body !== 'string',
    readFailure: readEnvelope,
  };
}
