import { DomainError } from '../domain/errors.ts';

const maxEntries = 100;
const maxRemark = 64;

/**
 * Remarks of a user from JSON text, a list of `{id, remark}`. The case of the keys does not matter: the Go SDK sends `Id` and `Remark`.
 * Fails with `parameter-invalid` or `parameter-too-long`.
 */
export function readRemarks(text: string): { targetId: string; remark: string }[] {
  const entries = parseList(text);
  if (entries.length === 0 || entries.length > maxEntries) throw invalid(`must have 1 to ${maxEntries} entries`);
  return entries.map((entry) => {
    const fields = new Map(Object.entries(entry ?? {}).map(([key, value]) => [key.toLowerCase(), value]));
    return { targetId: readId(fields.get('id')), remark: readRemark(fields.get('remark')) };
  });
}

function readId(id: unknown): string {
  if (typeof id !== 'string' || !/^[^,\p{Cc}\p{Cs}]+$/u.test(id)) throw invalid('has an entry whose id is not the id of a user');
  if (Buffer.byteLength(id) > 64) throw tooLong('has an id of more than 64 bytes of UTF-8');
  return id;
}

function readRemark(remark: unknown): string {
  if (typeof remark !== 'string' || remark === '') throw invalid('has an entry without remark');
  if ([...remark].length > maxRemark) throw tooLong(`has a remark of more than ${maxRemark} characters`);
  if (remark.includes('\0') || !remark.isWellFormed()) throw invalid('has a remark with a NUL character or half a surrogate pair');
  return remark;
}

function parseList(text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid('is not valid JSON');
  }
  if (!Array.isArray(value)) throw invalid('is not a JSON list');
  return value;
}

const invalid = (reason: string) => new DomainError('parameter-invalid', { field: 'remarks', reason });
const tooLong = (reason: string) => new DomainError('parameter-too-long', { field: 'remarks', reason });
