import ts from 'typescript';
import { sourceFiles } from './files.ts';

/** Handlers that two sections of a dialect define: spread into one object the last would win, and the compiler says nothing. */
export function repeatedHandlers(root: string): string[] {
  return ['rongcloud', 'jmessage', 'admin'].flatMap((dialect) => {
    const owner = new Map<string, string>();
    return sourceFiles(root, [`packages/server/src/${dialect}`]).flatMap((file) =>
      handlerNames(file.text).flatMap((name) => {
        const first = owner.get(name);
        owner.set(name, first ?? file.path);
        return first ? [`${file.path}: ${name} is defined in ${first} too`] : [];
      }),
    );
  });
}

/** Keys of every `{ … } satisfies Partial<Handlers<…>>` of a file. */
export function handlerNames(text: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isSatisfiesExpression(node) && ts.isObjectLiteralExpression(node.expression) && node.type.getText().includes('Handlers<')) {
      names.push(...node.expression.properties.flatMap((property) => (property.name ? [property.name.getText()] : [])));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('section.ts', text, ts.ScriptTarget.Latest, true));
  return names;
}
