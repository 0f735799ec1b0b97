import { documents } from '@diglot/api/documents';
import { describe, expect, test } from 'vitest';
import jmessageList from './api-list/jmessage.json' with { type: 'json' };
import rongcloudList from './api-list/rongcloud.json' with { type: 'json' };

/** A line of a cloud's API list. Several lines may be uses of one path. */
interface ListedOperation {
  name: string;
  /** POST when absent. */
  method?: string;
  path: string;
  /** `100 calls/sec`, several joined by commas. */
  limit?: string;
  /** The limit is one for several operations. */
  shared?: boolean;
}

interface RateLimit {
  points: number;
  seconds: number;
  unit: string;
  bucket?: string;
}

interface SpecOperation {
  operationId: string;
  'x-list-names'?: string[];
  'x-beyond-list'?: true;
  'x-rate-limit'?: RateLimit | RateLimit[];
}

const seconds: Record<string, number> = { sec: 1, min: 60, hour: 3600, day: 86_400 };

/** `POST /user/block.json` → operation. The names of path parameters do not count. */
function operationsOf(dialect: 'rongcloud' | 'jmessage'): Map<string, SpecOperation> {
  const paths = (documents[dialect] as { paths: object }).paths as Record<string, Record<string, SpecOperation>>;
  const entries = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ['get', 'put', 'post', 'delete'].includes(method))
      .map(([method, operation]) => [keyOf({ method, path }), operation] as const),
  );
  return new Map(entries);
}

function keyOf({ method = 'POST', path }: { method?: string; path: string }): string {
  return `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, '{}')}`;
}

function limitsOf(operation: SpecOperation): string {
  const unit = (wanted: number) => Object.keys(seconds).find((name) => seconds[name] === wanted);
  return [operation['x-rate-limit'] ?? []]
    .flat()
    .map((limit) => `${limit.points} ${limit.unit}/${unit(limit.seconds)}`)
    .toSorted()
    .join(', ');
}

describe.each([
  ['rongcloud', rongcloudList],
  ['jmessage', jmessageList],
] as const)('the API list of %s', (dialect, list) => {
  const operations = operationsOf(dialect);
  const rows = (list as { operations: ListedOperation[] }[]).flatMap((section) => section.operations);
  const keys = new Set(rows.map(keyOf));

  test('has every operation of the document, but for those that name themselves as beyond it', () => {
    const others = [...operations].filter(([key, operation]) => !keys.has(key) && !operation['x-beyond-list']);
    expect(others.map(([key]) => key)).toEqual([]);
  });

  test('marks nothing as beyond it that it has', () => {
    const marked = [...operations].filter(([key, operation]) => keys.has(key) && operation['x-beyond-list']);
    expect(marked.map(([key]) => key)).toEqual([]);
  });

  test.each([...keys])('%s is served, under its names', (key) => {
    const names = rows.filter((row) => keyOf(row) === key).map(({ name }) => name);
    expect(operations.get(key)?.['x-list-names']).toEqual(names);
  });
});

describe('the rate limits of the API list of rongcloud', () => {
  const operations = operationsOf('rongcloud');
  const rows: ListedOperation[] = rongcloudList.flatMap((section) => section.operations);

  test.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    expect(limitsOf(operations.get(keyOf(row))!)).toBe(row.limit!.split(', ').toSorted().join(', '));
  });

  test('shared limits are one bucket for the paths that share it', () => {
    const buckets = new Map<string, string[]>();
    for (const row of rows.filter(({ shared }) => shared)) {
      const { bucket } = [operations.get(keyOf(row))!['x-rate-limit'] ?? []].flat()[0]!;
      buckets.set(bucket ?? 'none', [...(buckets.get(bucket ?? 'none') ?? []), row.path]);
    }
    expect(Object.fromEntries(buckets)).toEqual({
      setChatroomAttributes: ['/chatroom/entry/set.json', '/chatroom/entry/batch/set.json'],
      removeChatroomAttributes: ['/chatroom/entry/remove.json', '/chatroom/entry/batch/remove.json'],
    });
  });
});

test('the lists have the numbers of the clouds: 123 paths, and 65 operations', () => {
  const paths = rongcloudList.flatMap(({ operations }) => operations.map(({ path }) => path));
  expect(new Set(paths).size).toBe(123);
  expect(jmessageList.flatMap(({ operations }) => operations)).toHaveLength(65);
});
