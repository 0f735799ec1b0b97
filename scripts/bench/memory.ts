import { type AppCredentials, credentialHeaders, exampleInput, loadApi } from '@diglot/contract';
import { encodeBody, urlOf } from '../../packages/contract/src/request.ts';
import { operationsOf } from '../../packages/server/src/http/document.ts';
import { Child } from './child.ts';
import type { Databases } from './databases.ts';
import { dialectsWith, operationCount } from './operations.ts';
import type { Memory } from './targets/diglot.ts';

/** What a number of mounted operations costs. */
export interface Footprint {
  operations: number;
  /** Of a server that has answered nothing and compiled nothing. */
  fresh: Memory;
  /** With every validator compiled. */
  warm: Memory;
  /** After every operation was called once. */
  called: Memory;
  /** First calls of operations, in milliseconds: of a server without warm-up, and of one with. */
  coldCalls: Latency;
  warmCalls: Latency;
}

interface Latency {
  middle: number;
  most: number;
}

interface Request {
  url: string;
  options: RequestInit;
}

/** Measures servers with 2, 20 and all operations, two of each: one without warm-up and one with. */
export async function measureFootprints(databases: Databases): Promise<Footprint[]> {
  const footprints: Footprint[] = [];
  for (const operations of [2, 20, operationCount]) footprints.push(await measureFootprint(databases, operations));
  return footprints;
}

async function measureFootprint(databases: Databases, operations: number): Promise<Footprint> {
  const start = async (warmUp: boolean) => {
    const database = databases.postgres ? await databases.postgres() : databases.pglite();
    return Child.start('./targets/diglot.ts', { database, operations, warmUp });
  };
  const cold = await start(false);
  const fresh = await cold.ask<Memory>('memory');
  const coldCalls = await callEach(cold, operations);
  await cold.stop();
  const server = await start(true);
  const warm = await server.ask<Memory>('memory');
  const warmCalls = await callEach(server, operations);
  const called = await server.ask<Memory>('memory');
  await server.stop();
  return { operations, fresh, warm, called, coldCalls, warmCalls };
}

/** Calls every mounted operation once, with the example of the document. */
async function callEach(child: Child, operations: number): Promise<Latency> {
  const requests = await exampleRequests(child, operations);
  // Makes the connection, and has the code that all operations share compiled.
  for (let call = 0; call < 200; call++) await time({ url: `${await child.ask<string>('url')}/unknown.json`, options: { method: 'POST' } });
  const times: number[] = [];
  for (const request of requests) times.push(await time(request));
  times.sort((a, b) => a - b);
  return { middle: times[Math.floor(times.length / 2)]!, most: times.at(-1)! };
}

async function exampleRequests(child: Child, operations: number): Promise<Request[]> {
  const base = await child.ask<string>('url');
  const app = await child.ask<AppCredentials>('app');
  const requests: Request[] = [];
  for (const { name, document } of dialectsWith(operations)) {
    const headers = await credentialHeaders(name, app);
    for (const { id } of operationsOf(document)) {
      const operation = loadApi(name).byId(id);
      const input = exampleInput(operation);
      const body = encodeBody(operation, input.body);
      const type = body !== undefined && { 'Content-Type': operation.mediaType! };
      requests.push({
        url: base + urlOf(operation, input),
        options: { method: operation.method, headers: { ...headers, ...type }, ...(body !== undefined && { body }) },
      });
    }
  }
  return requests;
}

async function time({ url, options }: Request): Promise<number> {
  const started = performance.now();
  await (await fetch(url, options)).arrayBuffer();
  return performance.now() - started;
}
