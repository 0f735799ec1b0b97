import { documents } from '@diglot/api/documents';
import { DomainError } from '../domain/errors.ts';
import type { SettingsChange } from '../domain/settings.ts';
import { type OpenApiDocument, operationsOf } from '../http/document.ts';
import { bucketOf } from '../http/rate-limit.ts';

export interface Bucket {
  bucket: string;
  points: number;
  seconds: number;
  unit: string;
  operations: string[];
}

let known: Bucket[] | undefined;

/** The documented limits of both dialects, in the order of the documents; a bucket can have several. */
export function rateLimitBuckets(): Bucket[] {
  known ??= readBuckets();
  return known;
}

/**
 * Fails with `parameter-invalid` when a change that is acceptable otherwise sets a limit for a bucket that no operation takes from; taking
 * one away is fine. `place` stands before the names of fields.
 */
export function requireBuckets(change: SettingsChange, place = ''): void {
  for (const [bucket, limit] of Object.entries(change.rateLimits?.overrides ?? {})) {
    if (limit === null || rateLimitBuckets().some((known) => known.bucket === bucket)) continue;
    const reason = 'is no bucket; GET /admin/v1/rate-limits lists them';
    throw new DomainError('parameter-invalid', { field: `${place}rateLimits.overrides.${bucket}`, reason });
  }
}

function readBuckets(): Bucket[] {
  const found = new Map<string, Bucket>();
  for (const name of ['rongcloud', 'jmessage'] as const) {
    for (const operation of operationsOf(documents[name] as unknown as OpenApiDocument)) {
      for (const limit of operation.rateLimits) {
        const bucket = bucketOf(name, operation, limit);
        const { points, seconds, unit } = limit;
        const key = `${bucket} ${seconds}`;
        const entry = found.get(key) ?? { bucket, points, seconds, unit, operations: [] };
        found.set(key, { ...entry, operations: [...entry.operations, operation.id] });
      }
    }
  }
  return [...found.values()];
}
