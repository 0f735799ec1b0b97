import type { Dialect } from '../../packages/server/src/http/dialect.ts';
import { operationsOf } from '../../packages/server/src/http/document.ts';
import { jmessage } from '../../packages/server/src/jmessage/index.ts';
import { rongcloud } from '../../packages/server/src/rongcloud/index.ts';

const dialects = { rongcloud, jmessage };

/** Operations of the rows. */
export const measured = ['checkUserOnline', 'publishPrivateMessage', 'publishGroupMessage'];

export const operationCount = Object.values(dialects).flatMap(({ document }) => operationsOf(document)).length;

/** Both dialects with about `count` operations in all, the measured ones first. */
export function dialectsWith(count: number): (Dialect & { name: keyof typeof dialects })[] {
  let left = count;
  return (['rongcloud', 'jmessage'] as const).map((name) => {
    const dialect = dialects[name];
    const operations = operationsOf(dialect.document).sort((a, b) => rank(a.id) - rank(b.id));
    const paths = new Set<string>();
    for (const { path } of operations) {
      if (left-- > 0) paths.add(path);
    }
    const kept = Object.entries(dialect.document.paths).filter(([path]) => paths.has(path));
    return { ...dialect, name, document: { ...dialect.document, paths: Object.fromEntries(kept) } };
  });
}

function rank(id: string): number {
  const place = measured.indexOf(id);
  return place === -1 ? measured.length : place;
}
