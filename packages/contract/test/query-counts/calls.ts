import type { CallInput } from '../../src/index.ts';
import type { World } from '../jmessage/parity/passage.ts';

/** A call that costs the same whether it is about one thing or about many. */
export interface CountedCall {
  /** That it sends to the database, without the bounds of transactions. */
  statements: number;
  /** As many as a call takes, where that is not too slow for a test. */
  many: number;
  /** Makes what the call needs. The names are those of registered users, as ann is; they serve as ids of other things too. */
  about: (names: string[], world: World) => CallInput | Promise<CallInput>;
}

/** By section and operation. */
export type CountedCalls = Record<string, Record<string, CountedCall>>;

export const second = 1000;
export const hour = 3600 * second;

export const text = { fromUserId: 'ann', objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };

/** A template with a value for each recipient. */
export function template(toUserId: string[]): object {
  return { ...text, toUserId, content: '{"content":"{x}"}', values: toUserId.map((userId) => ({ '{x}': userId })), pushContent: [] };
}

/** As clients in the server's zone write it. */
export function localTime(millis: number): string {
  return new Date(millis + 8 * hour).toISOString().slice(0, 19).replace('T', ' ');
}

export function forEach<Value>(names: string[], value: Value): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, value]));
}
