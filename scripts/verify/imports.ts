import { posix } from 'node:path';
import { type SourceFile, sourceFiles } from './files.ts';

/** A room of the house, the rooms it may import from, and the packages it may not. */
interface Room {
  folder: string;
  mayImport: string[];
  packages: RegExp;
}

const server = 'packages/server/src';
const context = `${server}/context.ts`;

/** The most special room first: a file belongs to the first one whose folder holds it. */
const rooms: Room[] = [
  { folder: 'packages/api/src', mayImport: [], packages: /^$/ },
  { folder: 'packages/client/src', mayImport: [], packages: /^(@diglot\/api(\/operations)?|openapi-fetch)$/ },
  { folder: 'packages/contract/src', mayImport: [], packages: /^(@diglot\/api(\/documents)?|ajv(\/.+)?|ajv-formats|commander|node:.+)$/ },
  { folder: `${server}/store`, mayImport: [], packages: /^(kysely(\/.+)?|pg|pg-boss|@electric-sql\/pglite(\/nodefs)?|node:.+)$/ },
  {
    folder: `${server}/domain`,
    mayImport: [`${server}/store`, context],
    packages: /^(file-type|probe-image-size\/stream\.js|node:.+)$/,
  },
  {
    folder: `${server}/http`,
    mayImport: [`${server}/domain`, context],
    packages: /^(@fastify\/busboy|express|express-openapi-validator|find-my-way|helmet|pino|yazl|node:.+)$/,
  },
  {
    folder: `${server}/providers`,
    mayImport: [`${server}/domain`, `${server}/store`],
    packages: /^(aws4fetch|ioredis|pg-boss|pino|request-filtering-agent|node:.+)$/,
  },
  {
    folder: `${server}/rongcloud`,
    mayImport: [`${server}/http`, `${server}/domain`, context],
    packages: /^(@diglot\/api(\/documents)?|node:.+)$/,
  },
  {
    folder: `${server}/jmessage`,
    mayImport: [`${server}/http`, `${server}/domain`, context],
    packages: /^(@diglot\/api(\/documents)?|node:.+)$/,
  },
  {
    folder: `${server}/admin`,
    mayImport: [`${server}/http`, `${server}/domain`, context],
    packages: /^(@diglot\/api(\/documents)?|node:.+)$/,
  },
];

/** Imports that break the rooms' law, one line each. */
export function forbiddenImports(root: string): string[] {
  return sourceFiles(root, ['packages']).flatMap((file) => {
    const room = rooms.find(({ folder }) => file.path.startsWith(`${folder}/`));
    return room ? importsOf(file).flatMap((target) => judge(file, room, target)) : [];
  });
}

function judge(file: SourceFile, room: Room, target: string): string[] {
  const problem = (what: string) => [`${file.path}: ${room.folder} must not import ${what}`];
  if (!target.startsWith('.')) return room.packages.test(target) ? [] : problem(`the package ${target}`);
  const path = posix.join(posix.dirname(file.path), target);
  const inside = [room.folder, ...room.mayImport].some((folder) => path === folder || path.startsWith(`${folder}/`));
  return inside ? [] : problem(path);
}

function importsOf(file: SourceFile): string[] {
  const pattern = /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|import\('([^']+)'\)/g;
  return [...file.text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}
