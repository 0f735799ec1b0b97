import { Child } from './child.ts';
import type { Databases } from './databases.ts';
import { operationCount } from './operations.ts';
import type { DiglotSetup } from './targets/diglot.ts';

/** One line of the table: a load on a process. */
export interface Row {
  name: string;
  /** The row that its ratio is to. */
  base?: string;
  child: Child;
  path: string;
  bodies: string[];
  connections: number;
  /** In each round. */
  requests: number;
  /** Its answers are counted against the stored messages. */
  stores?: boolean;
}

export const names = {
  http: 'bare node:http',
  express: 'bare express 5',
  few: 'checkOnline, 2 operations',
  all: `checkOnline, all ${operationCount} operations`,
  send: (database: string, connections: number) => `send to a user, ${database}, ${connections}`,
  group: (members: number) => `send to a group of ${members}`,
};

const online = { path: '/user/checkOnline.json', bodies: ['userId=alice'], connections: 32 };
const message = `objectName=RC%3ATxtMsg&content=${encodeURIComponent('{"content":"Hello"}')}`;
const privateSend = {
  path: '/message/private/publish.json',
  bodies: Array.from({ length: 512 }, (_, index) => `fromUserId=from${index}&toUserId=to${index}&${message}`),
  stores: true,
};

/** Starts every process under test, all at once: those that are not being measured wait. */
export async function startRows(databases: Databases): Promise<{ rows: Row[]; stop: () => Promise<void> }> {
  const database = databases.postgres ?? (async () => databases.pglite());
  const diglot = (setup: DiglotSetup) => Child.start('./targets/diglot.ts', setup);
  const http = await Child.start('./targets/bare-http.ts');
  const express = await Child.start('./targets/bare-express.ts');
  const few = await diglot({ database: await database(), operations: 2 });
  const all = await diglot({ database: await database() });
  const embedded = databases.postgres ? await diglot({ database: databases.pglite() }) : all;
  const rows: Row[] = [
    { name: names.http, child: http, ...online, requests: 20_000 },
    { name: names.express, base: names.http, child: express, ...online, requests: 20_000 },
    { name: names.few, base: names.express, child: few, ...online, requests: 16_000 },
    { name: names.all, base: names.few, child: all, ...online, requests: 16_000 },
    ...sendRows('PGlite', embedded, [400, 3000, 4000]),
    ...(databases.postgres ? sendRows('PostgreSQL', all, [1000, 8000, 12_000]) : []),
    ...(await groupRows(all)),
  ];
  return {
    rows,
    stop: async () => {
      for (const child of new Set(rows.map((row) => row.child))) await child.stop();
    },
  };
}

function sendRows(database: string, child: Child, requests: number[]): Row[] {
  return [1, 32, 128].map((connections, index) => ({
    name: names.send(database, connections),
    base: names.all,
    child,
    ...privateSend,
    connections,
    requests: requests[index]!,
  }));
}

async function groupRows(child: Child): Promise<Row[]> {
  const sizes = [10, 3000];
  for (const members of sizes) await child.ask('createGroup', { id: `group${members}`, members });
  return sizes.map((members) => ({
    name: names.group(members),
    ...(members > 10 && { base: names.group(10) }),
    child,
    path: '/message/group/publish.json',
    bodies: [`fromUserId=member0&toGroupId=group${members}&${message}`],
    connections: 32,
    requests: 6000,
    stores: true,
  }));
}
