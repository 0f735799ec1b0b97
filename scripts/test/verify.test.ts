import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repeatedHandlers } from '../verify/handlers.ts';
import { forbiddenImports } from '../verify/imports.ts';
import { incompleteSections } from '../verify/sections.ts';
import { oversized } from '../verify/sizes.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'diglot-verify-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Writes a file of an imagined repository. */
function file(path: string, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const server = 'packages/server/src';
const section = (...names: string[]) =>
  `export const it = { ${names.map((name) => `${name}: async () => 1`).join(', ')} } satisfies Partial<Handlers<o>>;`;

test('the rooms may import what lies below them', () => {
  file(`${server}/rongcloud/user.ts`, "import { a } from '../domain/users/a.ts';\nimport type { b } from '../http/b.ts';");
  file(`${server}/domain/users/a.ts`, "import { c } from '../../store/c.ts';\nimport { createHmac } from 'node:crypto';");
  expect(forbiddenImports(root)).toEqual([]);
});

test.each([
  ['a dialect, the other one', `${server}/rongcloud/user.ts`, '../jmessage/user.ts'],
  ['the admin API, a dialect', `${server}/admin/app.ts`, '../rongcloud/user.ts'],
  ['a dialect, the store', `${server}/jmessage/user.ts`, '../store/users.ts'],
  ['the domain, HTTP', `${server}/domain/users/a.ts`, '../../http/body.ts'],
  ['the domain, a dialect', `${server}/domain/a.ts`, '../rongcloud/present.ts'],
  ['the domain, express', `${server}/domain/a.ts`, 'express'],
  ['the domain, generated types', `${server}/domain/a.ts`, '@diglot/api'],
  ['the store, the domain', `${server}/store/a.ts`, '../domain/a.ts'],
  ['the client, the server', 'packages/client/src/a.ts', '@diglot/server'],
  ['the client, the documents', 'packages/client/src/a.ts', '@diglot/api/documents'],
  ['the contract kit, the server', 'packages/contract/src/a.ts', '../../server/src/app.ts'],
])('%s must not be imported', (_, path, target) => {
  file(path, `import { x } from '${target}';`);
  expect(forbiddenImports(root)).toEqual([expect.stringContaining(path)]);
});

test('an import over several lines and a dynamic one count too', () => {
  file(`${server}/store/a.ts`, "import {\n  x,\n  y,\n} from '../domain/a.ts';\nawait import('../http/b.ts');");
  expect(forbiddenImports(root)).toHaveLength(2);
});

test('a handler in two sections of a dialect is named', () => {
  file(`${server}/rongcloud/user.ts`, section('getUser', 'blockUsers'));
  file(`${server}/rongcloud/group.ts`, section('getUser'));
  file(`${server}/jmessage/user.ts`, section('getUser'));
  expect(repeatedHandlers(root)).toEqual([expect.stringMatching(/getUser is defined in .* too/)]);
});

test('a section without one of its three files is named', () => {
  file('spec/rongcloud/paths/user.yaml');
  file(`${server}/rongcloud/user.ts`, section('getUser'));
  expect(incompleteSections(root)).toEqual(['section rongcloud/user has no packages/contract/test/rongcloud/user.test.ts']);
  file('packages/contract/test/rongcloud/user.test.ts');
  expect(incompleteSections(root)).toEqual([]);
  file(`${server}/jmessage/media.ts`, section('getMedia'));
  expect(incompleteSections(root)).toEqual([
    'section jmessage/media has no spec/jmessage/paths/media.yaml',
    'section jmessage/media has no packages/contract/test/jmessage/media.test.ts',
  ]);
});

test('long files, long functions, long parameter lists and empty names are named', () => {
  file(`${server}/a.ts`, '\n'.repeat(301));
  file(`${server}/b.ts`, `function f() {\n${'\n'.repeat(50)}}`);
  file(`${server}/c.ts`, 'function f(a: 1, b: 2, c: 3, d: 4) {}');
  file(`${server}/http/utils.ts`);
  expect(oversized(root).map((problem) => problem.split(':')[0])).toEqual(
    expect.arrayContaining([`${server}/a.ts`, `${server}/b.ts`, `${server}/c.ts`, `${server}/http/utils.ts`]),
  );
  expect(oversized(root)).toHaveLength(4);
});
