import { type AppCredentials, credentialHeaders } from '@diglot/contract';
import { Child } from './child.ts';
import type { Databases } from './databases.ts';
import type { Load } from './load.ts';
import { operationCount } from './operations.ts';
import type { DiglotSetup } from './targets/diglot.ts';

/** One line of the table: a load on a process. */
export interface Row extends Load {
  name: string;
  /** The row that its ratio is to. */
  base?: string;
  child: Child;
  /** Whether its answers are counted against the stored messages. */
  stores?: boolean;
}

export const names = {
  http: 'bare node:http',
  express: 'bare express 5',
  lean: 'express 5 without ETag',
  few: 'online status, 2 operations mounted',
  all: `online status, all ${operationCount} mounted`,
  send: (database: string) => `send to a user, ${database}`,
  group: (members: number) => `send to a group of ${members}`,
  words: (count: number) => `send to a user, ${count} sensitive words`,
};

/** A process under test with what a request to it needs. */
interface Target {
  child: Child;
  url: string;
  headers: Record<string, string>;
}

const message = `objectName=RC%3ATxtMsg&content=${encodeURIComponent('{"content":"Hello"}')}`;
/** Enough conversations for each of 128 connections to have four of its own. */
const privateMessages = Array.from({ length: 512 }, (_, index) => `fromUserId=from${index}&toUserId=to${index}&${message}`);
const groupSizes = [10, 3000];
const wordCounts = [10, 10_000];
const sentence = encodeURIComponent('{"content":"Shall we meet at the station at noon? 我带两把伞。"}');
const sentences = Array.from(
  { length: 512 },
  (_, index) => `fromUserId=from${index}&toUserId=to${index}&objectName=RC%3ATxtMsg&content=${sentence}`,
);

/** Starts every process under test, all at once: those that are not being measured wait. */
export async function startRows(databases: Databases): Promise<{ rows: Row[]; stop: () => Promise<void> }> {
  const database = databases.postgres ?? (async () => databases.pglite());
  const http = await start('./targets/bare-http.ts');
  const express = await start('./targets/bare-express.ts');
  const lean = await start('./targets/bare-express.ts', { lean: true });
  const few = await startDiglot({ database: await database(), operations: 2 });
  const all = await startDiglot({ database: await database() });
  const embedded = databases.postgres ? await startDiglot({ database: databases.pglite() }) : all;
  const rows = [
    onlineRow(names.http, http),
    { ...onlineRow(names.express, express), base: names.http },
    { ...onlineRow(names.lean, lean), base: names.http },
    { ...onlineRow(names.few, few), base: names.express },
    { ...onlineRow(names.all, all), base: names.express },
    ...sendRows('PGlite', embedded, [500, 3000, 4000]),
    ...sendRows('PGlite, fsync off', await startDiglot({ database: databases.pglite({ fsync: false }) }), [500, 3000, 4000]),
    ...(databases.postgres ? sendRows('PostgreSQL', all, [1000, 8000, 12_000]) : []),
    ...(await groupRows(all)),
    ...(await wordRows(all)),
  ];
  const stop = async () => {
    for (const child of new Set(rows.map((row) => row.child))) await child.stop();
  };
  return { rows, stop };
}

async function start(file: string, setup?: DiglotSetup | { lean: boolean }): Promise<Target> {
  const child = await Child.start(file, setup);
  return { child, url: await child.ask<string>('url'), headers: {} };
}

/** No replay window: one signature serves every request. */
async function startDiglot(setup: DiglotSetup): Promise<Target> {
  const target = await start('./targets/diglot.ts', setup);
  return { ...target, headers: await credentialHeaders('rongcloud', await target.child.ask<AppCredentials>('app')) };
}

function onlineRow(name: string, target: Target): Row {
  return { name, ...target, url: `${target.url}/user/checkOnline.json`, bodies: ['userId=alice'], connections: 32, requests: 16_000 };
}

function sendRows(database: string, target: Target, requests: [number, number, number]): Row[] {
  return [1, 32, 128].map((connections, index) => ({
    name: names.send(database),
    base: names.all,
    ...target,
    url: `${target.url}/message/private/publish.json`,
    bodies: privateMessages,
    connections,
    requests: requests[index]!,
    stores: true,
  }));
}

async function groupRows(target: Target): Promise<Row[]> {
  for (const size of groupSizes) await createGroup(target, size);
  return groupSizes.map((size) => ({
    name: names.group(size),
    ...(size > groupSizes[0]! && { base: names.group(groupSizes[0]!) }),
    ...target,
    url: `${target.url}/message/group/publish.json`,
    bodies: [`fromUserId=member0&toGroupId=group${size}&${message}`],
    connections: 32,
    requests: 6000,
    stores: true,
  }));
}

async function wordRows(target: Target): Promise<Row[]> {
  const credentials: AppCredentials[] = [];
  for (const count of wordCounts) credentials.push(await target.child.ask('filteringApp', count));
  return Promise.all(
    wordCounts.map(async (count, index) => ({
      name: names.words(count),
      ...(index > 0 && { base: names.words(wordCounts[0]!) }),
      child: target.child,
      url: `${target.url}/message/private/publish.json`,
      headers: await credentialHeaders('rongcloud', credentials[index]!),
      bodies: sentences,
      connections: 32,
      requests: 6000,
      stores: true,
    })),
  );
}

/** A group takes at most 1000 users in one call. */
async function createGroup({ url, headers }: Target, size: number): Promise<void> {
  const groupId = `group${size}`;
  const members = Array.from({ length: size }, (_, index) => ['userId', `member${index}`]);
  await post(`${url}/group/create.json`, headers, [['groupId', groupId], ['groupName', groupId], ...members.slice(0, 1000)]);
  for (let start = 1000; start < size; start += 1000) {
    await post(`${url}/group/join.json`, headers, [['groupId', groupId], ...members.slice(start, start + 1000)]);
  }
}

async function post(url: string, headers: Record<string, string>, fields: string[][]): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields as [string, string][]) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}
