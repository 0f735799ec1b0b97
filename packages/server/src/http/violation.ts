import { DomainError } from '../domain/errors.ts';
import { byteRange } from './formats.ts';

interface ValidationItem {
  /** `/body/userId/0`, `/query/start`, `/params/gid`. */
  path: string;
  message: string;
  /** Schema keyword and a fixed suffix: `required.openapi.validation`. */
  errorCode?: string;
}

/** The validator's refusal of a request in our words; undefined when the error is something else. */
export function toParameterError(error: unknown): DomainError | undefined {
  const item = deepest((error as { errors?: ValidationItem[] }).errors ?? []);
  if (!item) return undefined;
  const keyword = item.errorCode?.split('.')[0];
  const field = fieldName(item.path);
  if (keyword === 'required') return new DomainError('parameter-missing', { field });
  if (keyword === 'additionalProperties' || item.message.startsWith('Unknown query parameter'))
    return new DomainError('parameter-invalid', { field, reason: 'is not known' });
  if (keyword === 'maxLength') return new DomainError('parameter-too-long', { field, reason: item.message });
  if (keyword === 'format') return formatError(field, item.message);
  return new DomainError('parameter-invalid', { field, reason: item.message });
}

/** Where the document allows several shapes, the one that was meant is the one that fits furthest. */
function deepest(items: ValidationItem[]): ValidationItem | undefined {
  const depth = ({ path }: ValidationItem) => path.split('/').length;
  return items.reduce<ValidationItem | undefined>((best, item) => (best && depth(best) >= depth(item) ? best : item), undefined);
}

function formatError(field: string, message: string): DomainError {
  const range = byteRange(/"(.+)"/.exec(message)?.[1] ?? '');
  if (!range) return new DomainError('parameter-invalid', { field, reason: message });
  return new DomainError('parameter-too-long', { field, reason: `must have ${range.min} to ${range.max} bytes of UTF-8` });
}

/** `/body/userId/0` → `userId[0]`, `/body/0/username` → `[0].username`, `/body` → `body`. */
function fieldName(path: string): string {
  const [, place = 'body', ...parts] = path.split('/');
  if (parts.length === 0) return place === 'params' ? 'path' : place;
  return parts.reduce((name, part) => {
    if (/^\d+$/.test(part)) return `${name}[${part}]`;
    return name ? `${name}.${part}` : part;
  }, '');
}
