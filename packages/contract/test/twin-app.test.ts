import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialectNames, loadApi } from '../src/index.ts';
import { excluded } from './twin-app/calls-admin.ts';
import { listsOf, sections, trials } from './twin-app/sections.ts';
import { type Outcome, outcomeOf } from './twin-app/trial.ts';
import { World } from './twin-app/world.ts';

let world: World;
/** What the second app shows before anything is done. */
let lists: unknown;
/** By trial, where the second app is empty. */
const besideEmpty = new Map<string, Outcome>();

beforeAll(async () => {
  world = await World.start();
  await world.beginWith('empty app');
  for (const [title, trial] of trials) besideEmpty.set(title, await outcomeOf(world, trial));
  await world.beginWith('twin');
  lists = await listsOf(world.second);
}, 300_000);
afterAll(() => world.stop());

test('every table has rows of the second app', async () => {
  const belongings = await world.belongingsOf(world.second);
  expect(Object.keys(belongings).filter((table) => belongings[table]!.length === 0)).toEqual([]);
});

test.each(dialectNames)('every operation of %s is tried, or has a reason not to be', (dialect) => {
  const tried = Object.values(sections[dialect]).flatMap((calls) => Object.keys(calls(world.second.names)));
  const left = Object.keys(excluded).filter((id) => loadApi(dialect).byId(id));
  expect([...tried, ...left].toSorted()).toEqual(
    loadApi(dialect)
      .operations.map(({ id }) => id)
      .toSorted(),
  );
});

describe('an app beside one with the same ids', () => {
  test.each([...trials])('leaves it alone, and is answered and changed as if that one were empty, by %s', async (title, trial) => {
    const [beside, alone] = [await outcomeOf(world, trial), besideEmpty.get(title)!];
    expect(beside.after).toEqual(beside.before);
    expect(beside.failing).toEqual([]);
    expect(beside.seen).toEqual(alone.seen);
  });

  test('leaves its lists as they were', async () => {
    expect(await listsOf(world.second)).toEqual(lists);
  });
});
