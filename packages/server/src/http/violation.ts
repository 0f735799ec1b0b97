import { DomainError } from '../domain/errors.ts';
import { formType, type Operation } from './document.ts';
import { byteRange } from './formats.ts';
import { reasonOf, schemasAt } from './violation-words.ts';

interface ValidationItem {
  /** `/body/userId/0`, `/query/start`, `/params/gid`. */
  path: string;
  message: string;
  /** Schema keyword and a fixed suffix: `required.openapi.validation`. */
  errorCode?: string;
}

/** The validator's refusal of a request in our words; undefined when the error is something else. */
export function toParameterError(error: unknown, operation: Operation): DomainError | undefined {
  const item = deepest((error as { errors?: ValidationItem[] }).errors ?? []);
  if (!item) return undefined;
  const keyword = keywordOf(item);
  const field = fieldName(item.path);
  if (keyword === 'required') return new DomainError('parameter-missing', { field });
  if (keyword === 'additionalProperties' || item.message.startsWith('Unknown query parameter'))
    return new DomainError('parameter-invalid', { field, reason: 'is not known' });
  const schemas = schemasAt(operation.request, partsOf(item.path));
  if (keyword === 'format') return formatError(field, schemas.find((schema) => schema['x-usual-format'])?.['x-usual-format'], item.message);
  const reason = reasonOf({ keyword, message: item.message }, schemas);
  if (keyword === 'maxLength') return new DomainError('parameter-too-long', { field, reason });
  return new DomainError('parameter-invalid', { field, reason: reason + hint(item, operation, reason) });
}

/** Other APIs take several ids in one parameter, joined by commas. */
function hint({ path }: ValidationItem, { mediaType }: Operation, reason: string): string {
  const isEntry = /^\d+$/.test(partsOf(path).at(-1) ?? '');
  return mediaType === formType && isEntry && reason.includes('no comma') ? '; repeat the parameter for several' : '';
}

/** In a JSON pointer some characters of a name are written in another way. */
function partsOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function keywordOf({ errorCode = '' }: ValidationItem): string {
  return errorCode.split('.')[0]!;
}

/** Of keywords that only say that something below them does not fit. */
const combining = new Set(['oneOf', 'anyOf', 'allOf', 'if', 'not', 'propertyNames']);

/** Where the document allows several shapes, the one that was meant is the one that fits furthest. */
function deepest(items: ValidationItem[]): ValidationItem | undefined {
  const depth = (item: ValidationItem) => item.path.split('/').length - (combining.has(keywordOf(item)) ? 0.5 : 0);
  return items.reduce<ValidationItem | undefined>((best, item) => (best && depth(best) >= depth(item) ? best : item), undefined);
}

function formatError(field: string, usual: string | undefined, message: string): DomainError {
  const range = byteRange(usual ?? /"(.+)"/.exec(message)?.[1] ?? '');
  if (!range) return new DomainError('parameter-invalid', { field, reason: message });
  return new DomainError('parameter-too-long', { field, reason: `must have ${range.min} to ${range.max} bytes of UTF-8` });
}

/** `/body/userId/0` → `userId[0]`, `/body/0/username` → `[0].username`, `/body` → `body`. */
function fieldName(path: string): string {
  const [place = 'body', ...parts] = partsOf(path);
  if (parts.length === 0) return place === 'params' ? 'path' : place;
  return parts.reduce((name, part) => {
    if (/^\d+$/.test(part)) return `${name}[${part}]`;
    return name ? `${name}.${part}` : part;
  }, '');
}
