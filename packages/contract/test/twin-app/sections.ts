import { type DialectName, dialectNames } from '../../src/index.ts';
import { isRead, type Sections } from './calls.ts';
import { adminSections } from './calls-admin.ts';
import { jmessageSections } from './calls-jmessage.ts';
import { chatroomSections } from './calls-rongcloud-chatrooms.ts';
import { groupSections } from './calls-rongcloud-groups.ts';
import { messageSections } from './calls-rongcloud-messages.ts';
import { userSections } from './calls-rongcloud-users.ts';
import { clientCalls, type Deeds, deliverOpenPushes, repeatedCalls, sweep, sweeps } from './deeds.ts';
import { day } from './filling.ts';
import { answersTo, type Deed, type Trial, withoutChance } from './trial.ts';
import type { FilledApp, World } from './world.ts';

export const sections: Record<DialectName, Sections> = {
  rongcloud: { ...userSections, ...groupSections, ...chatroomSections, ...messageSections },
  jmessage: jmessageSections,
  admin: adminSections,
};

/** Everything that is tried, by what it is. */
export const trials = new Map<string, Trial>([
  ...Object.entries(sections).flatMap(([dialect, own]) =>
    Object.keys(own).map((section) => [`the calls of ${dialect}: ${section}`, callsOf(dialect as DialectName, section)] as const),
  ),
  ['what clients do', { act: doing(clientCalls) }],
  ['calls with an Idempotency-Key', { act: doing(repeatedCalls) }],
  ['the sweeps, of which the first app has much to lose', { act: sweeping, age: 40 * day, prepare: sweep }],
]);

function callsOf(dialect: DialectName, section: string): Trial {
  return {
    act: async (first, world) => {
      const answers = await answersTo(first, dialect, Object.entries(sections[dialect][section]!(first.names)));
      const failing = Object.keys(answers).filter((operationId) => answers[operationId]!.every(({ failed }) => failed));
      const pushes = await deliverOpenPushes(world.ctxOf(first), world.vendor);
      return { answers: { ...answers, pushes }, failing };
    },
  };
}

function doing(deeds: Deeds): Trial['act'] {
  return async (first, world) => {
    const results = [];
    for (const [name, attempts] of Object.entries(deeds(first.names)))
      for (const attempt of attempts) results.push([name, await attempt(world.ctxOf(first)).catch(String)]);
    return { answers: results };
  };
}

/** Uploads sweep too. */
async function sweeping(first: FilledApp, world: World): Promise<Deed> {
  const upload = await answersTo(first, 'jmessage', [['uploadMedia', [{ query: { type: 'file' }, body: { filename: 'Hello' } }]]]);
  return { answers: [upload, await doing(sweeps)(first, world)] };
}

/** All that the lists of an app show. */
export async function listsOf(app: FilledApp): Promise<unknown> {
  const lists = [];
  for (const dialect of dialectNames)
    for (const calls of Object.values(sections[dialect]))
      lists.push(
        await answersTo(
          app,
          dialect,
          Object.entries(calls(app.names)).filter(([operationId]) => isRead(operationId)),
        ),
      );
  return withoutChance(lists);
}
