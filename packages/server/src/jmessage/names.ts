import { DomainError } from '../domain/errors.ts';
import { hasBytes } from '../http/formats.ts';

const nameBytes = { min: 0, max: 64 };

/**
 * Holds a name that is to be set to the bytes that this dialect has for it. The other one has more, and what was read there may be sent
 * back: the name that is stored is taken. Fails with `parameter-too-long`, and as `stored` does.
 */
export async function requireName(name: string | undefined, stored: () => Promise<{ name: string | null }>): Promise<void> {
  if (name === undefined || hasBytes(name, nameBytes) || (await stored()).name === name) return;
  const reason = `must have ${nameBytes.min} to ${nameBytes.max} bytes of UTF-8`;
  throw new DomainError('parameter-too-long', { field: 'name', reason });
}
