import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sourceFiles } from './files.ts';
import { handlerNames } from './handlers.ts';

const dialects = ['rongcloud', 'jmessage', 'admin'];

/** Sections that lack one of their three files: document, handlers and test of one name. */
export function incompleteSections(root: string): string[] {
  return dialects.flatMap((dialect) =>
    [...sectionsOf(root, dialect)].flatMap((section) =>
      [
        `spec/${dialect}/paths/${section}.yaml`,
        `packages/server/src/${dialect}/${section}.ts`,
        `packages/contract/test/${dialect}/${section}.test.ts`,
      ]
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `section ${dialect}/${section} has no ${path}`),
    ),
  );
}

/** Named by a document or by a file with handlers. */
function sectionsOf(root: string, dialect: string): Set<string> {
  const folder = join(root, `spec/${dialect}/paths`);
  const documents = existsSync(folder) ? readdirSync(folder).map((name) => basename(name, '.yaml')) : [];
  const handlers = sourceFiles(root, [`packages/server/src/${dialect}`])
    .filter((file) => handlerNames(file.text).length > 0)
    .map((file) => basename(file.path, '.ts'));
  return new Set([...documents, ...handlers]);
}
