import type { jmessage } from '@diglot/api';
import { DomainError } from '../domain/errors.ts';
import type { QuietTargets } from '../domain/users/quiet.ts';

/** Most names, and most gids, of one call in each kind of list, whatever the number of entries. */
const maxNames = 500;

type Quiet = jmessage.operations['setDoNotDisturb']['requestBody']['content']['application/json'];

interface Lists<Id> {
  add: Id[];
  remove: Id[];
}

/** Official SDKs send an empty list for the side that has nothing; one side must have something. Fails with `parameter-missing`. */
export function readChange<Id>({ add = [], remove = [] }: Partial<Lists<Id>>, entry = ''): Lists<Id> {
  if (add.length + remove.length === 0) throw new DomainError('parameter-missing', { field: `${entry}add or remove` });
  return { add, remove };
}

/** Of the own app. */
export function readQuiet({ single, group }: Pick<Quiet, 'single' | 'group'>): QuietTargets {
  return {
    users: { add: single?.add ?? [], remove: single?.remove ?? [] },
    groups: { add: (group?.add ?? []).map(Number), remove: (group?.remove ?? []).map(Number) },
  };
}

/** Refuses too many items in the lists of all entries together. Fails with `parameter-invalid`. */
export function requireFew<Entry>(
  entries: Entry[],
  listOf: (entry: Entry) => unknown[],
  { field, most = maxNames }: { field: string; most?: number },
): void {
  const count = entries.reduce((sum, entry) => sum + listOf(entry).length, 0);
  if (count <= most) return;
  throw new DomainError('parameter-invalid', { field, reason: `must have at most ${most} items in all entries together` });
}
