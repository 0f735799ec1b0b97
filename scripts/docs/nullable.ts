type Node = Record<string, unknown>;

/**
 * The document with each choice of one schema or null written as that schema with null among its types: Redoc shows `integer or null`
 * in place of two tabs.
 */
export function withNullableTypes<Document>(document: Document): Document {
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    const schema = valueBesideNull(document, node as Node);
    if (schema) return visit({ ...schema, type: [schema.type, 'null'].flat() });
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value)]));
  };
  return visit(document) as Document;
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
