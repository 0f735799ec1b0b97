import type { App } from '@diglot/server';
import { grantTrust } from '../../../server/src/domain/trusts/grants.ts';
import type { Caller } from '../../src/index.ts';
import type { TestServer } from './server.ts';
import { insertUsers } from './users.ts';

/** Another app on the same server. */
export interface OtherApp {
  app: App;
  rongcloud: Caller;
  jmessage: Caller;
  /** Registers users of this app. */
  insertUsers(...userIds: string[]): Promise<void>;
}

export async function addOtherApp(on: TestServer): Promise<OtherApp> {
  const other = await on.addApp();
  return { ...other, insertUsers: (...userIds) => insertUsers({ ...on, app: other.app }, ...userIds) };
}

/** One that trusts the server's first app. */
export async function addTrustingApp(on: TestServer): Promise<OtherApp> {
  const other = await addOtherApp(on);
  await grantTrust(on.ctx, [on.app, other.app]);
  return other;
}
