import { json } from './jmessage-wire.ts';

/** A request as an SDK writes it, byte for byte (`{gid}` stands for a group, `{room}` for a chat room), and what comes back. */
export type Habit = [sdk: keyof typeof sdkHeaders, target: `${string} ${string}`, habit: string, body: string | undefined, answer: object];

/** What each SDK sends besides the credentials, with or without a body. `Go` and `ts` are not official. */
export const sdkHeaders = {
  Java: { ...json, Accept: 'application/json', Charset: 'UTF-8', Connection: 'Keep-Alive' },
  PHP: { 'Content-Type': 'application/json; charset=utf-8' },
  Python: { 'Content-Type': 'application/json;charset:utf-8' },
  'python-new': json,
  'C#': { 'Content-Type': 'application/json; charset=utf-8' },
  Go: json,
  ts: {} as Record<string, string>,
};
