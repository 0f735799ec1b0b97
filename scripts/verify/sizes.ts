import ts from 'typescript';
import { type SourceFile, sourceFiles } from './files.ts';

const wall = { fileLines: 300, functionLines: 50, parameters: 3 };
const vagueName = /(^|\/)(utils?|helpers?|common|managers?)(\.|\/|-)/;

/** Files, functions and parameter lists beyond the walls, and names that say nothing. Tests may have long blocks. */
export function oversized(root: string): string[] {
  const files = sourceFiles(root, ['packages', 'scripts']);
  return files.flatMap((file) => [
    ...(vagueName.test(file.path) ? [`${file.path}: the name says nothing about what is inside`] : []),
    ...(file.path.includes('/test/') ? [] : [...longFile(file), ...longFunctions(file)]),
  ]);
}

function longFile({ path, text }: SourceFile): string[] {
  const lines = text.split('\n').length - 1;
  return lines > wall.fileLines ? [`${path}: ${lines} lines, at most ${wall.fileLines}`] : [];
}

function longFunctions({ path, text }: SourceFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const problems: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) problems.push(...judge(source, node, path));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

function judge(source: ts.SourceFile, node: ts.SignatureDeclaration, path: string): string[] {
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const [start, end] = [line(node.getStart()), line(node.getEnd())];
  const where = `${path}:${start}`;
  return [
    ...(end - start + 1 > wall.functionLines ? [`${where}: a function of ${end - start + 1} lines, at most ${wall.functionLines}`] : []),
    ...(node.parameters.length > wall.parameters ? [`${where}: ${node.parameters.length} parameters, at most ${wall.parameters}`] : []),
  ];
}
