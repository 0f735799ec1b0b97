type Node = Record<string, unknown>;

/**
 * The document with its schemas as Redoc shows them best: a schema or null is one type in place of two tabs, a length in bytes and a pattern are said in
 * words, and what holds only for some values is left to the descriptions.
 */
export function withReadableSchemas<Document>(document: Document): Document {
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.filter((schema) => !isCondition(schema)).map(visit);
    if (typeof node !== 'object' || node === null) return node;
    const schema = valueBesideNull(document, node as Node);
    if (schema) return visit({ ...schema, type: [schema.type, 'null'].flat() });
    return Object.fromEntries(Object.entries(withWords(node as Node)).map(([key, value]) => [key, visit(value)]));
  };
  return visit(document) as Document;
}

function isCondition(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'if' in schema && 'then' in schema;
}

/** What format and pattern ask for, in the place where Redoc prints a format: a pattern it prints as it stands, and cuts it. */
function withWords(node: Node): Node {
  const { 'x-pattern-words': words, pattern, ...rest } = node;
  // Of a field that has this name it is the schema.
  if (typeof rest.format === 'object') return node;
  const format = [rest.format === undefined ? [] : inWords(rest.format), words ?? []].flat().join('; ');
  return { ...rest, ...(words === undefined && pattern !== undefined && { pattern }), ...(format !== '' && { format }) };
}

/** `bytes-1-64` → `1 to 64 bytes`. */
function inWords(format: unknown): unknown {
  const [, least, most] = /^bytes-(\d+)-(\d+)$/.exec(String(format)) ?? [];
  if (most === undefined) return format;
  if (least === most) return `${most} bytes`;
  return least === '0' ? `up to ${most} bytes` : `${least} to ${most} bytes`;
}

function valueBesideNull(document: unknown, { anyOf }: Node): Node | undefined {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return undefined;
  const [value, other] = (anyOf as Node[]).map((choice) => resolve(document, choice));
  return other?.type === 'null' ? value : undefined;
}

function resolve(document: unknown, node: Node): Node {
  if (typeof node.$ref !== 'string') return node;
  const parts = node.$ref.replace(/^#\//, '').split('/');
  return parts.reduce<unknown>((inner, part) => (inner as Node)[part], document) as Node;
}
