import type { Ctx } from '../../../server/src/context.ts';
import { isFailure } from '../../src/check.ts';
import type { CallInput, DialectName } from '../../src/index.ts';
import type { Belongings } from './belongings.ts';
import type { FilledApp, World } from './world.ts';

/** What is random, or of this run: places in a table, what is made of them, the address of the server. */
const random = [
  /diglot\/file\/\w{32}/g,
  /\$argon2[^"]+/g,
  /http:\/\/localhost[^"]+/g,
  // How many are in the partner's chatroom, where both have members.
  /(?<="name":"partner"[^}]*"total_member_count":)\d+/g,
  /(?<="total_member_count":)\d+(?=[^}]*"name":"partner")/g,
  // Ids of conversations and pushes.
  /(?<="id":)\d{1,5}(?=[,}])/g,
  /(?<="(?:position|conversation_id|task_id|next)":)[^,}]+/g,
  /(?<="(?:token|secret|public_id|taskId|id|operateId|appSecret)":")[\w.-]{19,}(?=")/g,
];

/** The value without what is random. */
export function withoutChance(value: unknown): unknown {
  return JSON.parse(random.reduce((text, pattern) => text.replaceAll(pattern, '0'), JSON.stringify(value ?? null)));
}

/** What is done in a first app, which was filled as many milliseconds ago. */
export interface Trial {
  act: (first: FilledApp, world: World) => Promise<Deed>;
  age?: number;
  /** What is done in the first place, for good. */
  prepare?: (ctx: Ctx) => Promise<void>;
}

export interface Deed {
  answers: unknown;
  /** Operations that succeeded with no input. */
  failing?: string[];
}

/** What a trial did to the second app, and what was seen of it in the first. */
export interface Outcome {
  before: Belongings;
  after: Belongings;
  seen: unknown;
  failing: string[];
}

export async function outcomeOf(world: World, { act, age, prepare }: Trial): Promise<Outcome> {
  await prepare?.(world.ctxOf(world.second));
  const first = await world.addFirst(age);
  const before = await world.belongingsOf(world.second);
  const { answers, failing = [] } = await act(first, world);
  const after = await world.belongingsOf(world.second);
  return { before, after, failing, seen: withoutChance({ answers, belongings: await world.belongingsOf(first) }) };
}

export interface CallAnswer {
  status: number;
  body: unknown;
  failed: boolean;
}

/** Makes the calls one after the other. */
export async function answersTo(
  app: FilledApp,
  dialect: DialectName,
  calls: [string, CallInput[]][],
): Promise<Record<string, CallAnswer[]>> {
  const answers: Record<string, CallAnswer[]> = {};
  for (const [operationId, inputs] of calls) {
    answers[operationId] = [];
    for (const input of inputs) {
      const { status, body } = await app[dialect].call(operationId, input);
      answers[operationId].push({ status, body, failed: isFailure(app[dialect].api, { status, body }) });
    }
  }
  return answers;
}
