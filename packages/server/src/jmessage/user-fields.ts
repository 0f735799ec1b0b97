import { DomainError } from '../domain/errors.ts';
import type { NewAccount } from '../domain/users/accounts.ts';
import { hasBytes } from '../http/formats.ts';
import { readDay } from './written-dates.ts';

/** A user as sent. A registration takes any object, since each user is judged alone: nothing is known of the fields. */
type Fields = Record<string, unknown>;

const usernameWords = 'must begin with a letter or digit and hold only letters, digits and _ . - @';
const free = { min: 0, max: 250, pattern: /^/, words: '' };
/** Bytes of UTF-8, pattern and its words of the text fields, as the document has them. */
const rules = {
  username: { min: 4, max: 128, pattern: /^[A-Za-z0-9][A-Za-z0-9_.@-]*$/, words: usernameWords },
  password: { min: 4, max: 128, pattern: /^/, words: '' },
  nickname: { min: 0, max: 64, pattern: /^[^\r\n]*$/, words: 'must be one line' },
  avatar: free,
  signature: free,
  region: free,
  address: free,
};
const extrasBytes = { min: 0, max: 512 };

/** Fails with `parameter-missing`, `parameter-too-long` or `parameter-invalid`. */
export function accountOf(fields: Fields): NewAccount {
  return { userId: required(fields, 'username'), password: required(fields, 'password'), profile: profileOf(fields) };
}

/** The profile fields that are given. Fails with `parameter-too-long` or `parameter-invalid`. */
export function profileOf(fields: Fields): NewAccount['profile'] {
  const columns = {
    name: text(fields, 'nickname'),
    avatar: text(fields, 'avatar'),
    birthday: birthday(fields),
    gender: gender(fields),
    signature: text(fields, 'signature'),
    region: text(fields, 'region'),
    address: text(fields, 'address'),
    extras: extras(fields),
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

export function isNickname(value: string): boolean {
  const { pattern, ...bytes } = rules.nickname;
  return hasBytes(value, bytes) && pattern.test(value);
}

function required(fields: Fields, field: keyof typeof rules): string {
  const value = text(fields, field);
  if (value === undefined) throw new DomainError('parameter-missing', { field });
  return value;
}

function text(fields: Fields, field: keyof typeof rules): string | undefined {
  const value = fields[field];
  const { pattern, words, ...bytes } = rules[field];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw invalid(field, 'must be text');
  if (!hasBytes(value, bytes)) throw tooLong(field, `must have ${bytes.min} to ${bytes.max} bytes of UTF-8`);
  if (!pattern.test(value)) throw invalid(field, words);
  return value;
}

/** What GET answers has the time of midnight behind the day. */
function birthday({ birthday: value }: Fields): string | undefined {
  if (value === undefined || value === '') return value;
  const day = typeof value === 'string' ? readDay(value) : undefined;
  if (day === undefined) throw invalid('birthday', 'must be a day that exists, such as 1990-01-24');
  return day;
}

function gender({ gender: value }: Fields): number | undefined {
  if (value === undefined || value === 0 || value === 1 || value === 2) return value;
  throw invalid('gender', 'must be 0, 1 or 2');
}

function extras({ extras: value }: Fields): string | undefined {
  if (value === undefined) return undefined;
  // As PHP writes an empty object.
  if (Array.isArray(value) && value.length === 0) return '{}';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('extras', 'must be an object');
  const json = JSON.stringify(value);
  if (!hasBytes(json, extrasBytes)) throw tooLong('extras', `must have at most ${extrasBytes.max} bytes as JSON`);
  return json;
}

function invalid(field: string, reason: string): DomainError {
  return new DomainError('parameter-invalid', { field, reason });
}

function tooLong(field: string, reason: string): DomainError {
  return new DomainError('parameter-too-long', { field, reason });
}
