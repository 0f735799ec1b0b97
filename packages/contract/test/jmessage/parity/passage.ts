import { isFailure } from '../../../src/check.ts';
import type { Caller, CallInput } from '../../../src/index.ts';
import type { TestServer } from '../../support/server.ts';

/** What is not so until it is done through one dialect; then it is seen through the other. */
export interface Passage {
  act: () => Promise<unknown>;
  see: () => Promise<unknown>;
  is: unknown;
}

type Direction = (world: World) => Passage | Promise<Passage>;

export interface Fact {
  /** Done through JMessage, seen through RongCloud. */
  toRongcloud: Direction;
  toJmessage: Direction;
}

export type Facts = Record<string, Fact>;

/** Fails when the call does. */
type Call<Input> = <Body>(operationId: string, input?: Input) => Promise<Body>;

export interface World {
  on: TestServer;
  /** Of what the passage makes; nobody else has it. */
  name: string;
  jm: Call<CallInput>;
  /** Takes the body. */
  rc: Call<object>;
  /** The codes of calls that may be refused. */
  jmCode(operationId: string, input: CallInput): Promise<number | undefined>;
  rcCode(operationId: string, body: object): Promise<number>;
  /** Makes a user of the name. */
  register(fields?: object): Promise<unknown>;
}

export function worldOf(on: TestServer, name: string): World {
  const jm: World['jm'] = (operationId, input) => successOf(on.jmessage, operationId, input);
  return {
    on,
    name,
    jm,
    rc: (operationId, body = {}) => successOf(on.rongcloud, operationId, { body }),
    jmCode: async (operationId, input) =>
      ((await on.jmessage.call(operationId, input)).body as { error?: { code: number } } | undefined)?.error?.code,
    rcCode: async (operationId, body) => ((await on.rongcloud.call(operationId, { body })).body as { code: number }).code,
    register: (fields = {}) => jm('registerUsers', { body: [{ username: name, password: 'secret', ...fields }] }),
  };
}

async function successOf<Body>(caller: Caller, operationId: string, input: CallInput | undefined): Promise<Body> {
  const answer = await caller.call(operationId, input);
  if (isFailure(caller.api, answer)) throw new Error(`${operationId} answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Body;
}
