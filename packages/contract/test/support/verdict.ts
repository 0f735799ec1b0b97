import { type Addressee, maySend, type Verdict } from '../../../server/src/domain/messages/may-send.ts';
import type { TestServer } from './server.ts';

/** Whether the user's client may send there, or why not. */
export function verdictOn({ ctx }: Pick<TestServer, 'ctx'>, senderId: string, to: Addressee): Promise<Verdict> {
  return maySend(ctx, { origin: 'client', senderId, to });
}
