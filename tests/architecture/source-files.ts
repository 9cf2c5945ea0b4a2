import { globSync, readFileSync, statSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { LAYERS, type Layer } from "./layers";

export interface Import {
  /** A file of ours, or the name of a package. */
  readonly target: string;
  readonly own: boolean;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}

export interface SourceFile {
  readonly path: string;
  readonly layer: Layer;
  readonly syntax: ts.SourceFile;
  readonly directive: string | undefined;
  readonly imports: readonly Import[];
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

function packageName(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function resolve(from: string, specifier: string): { target: string; own: boolean } {
  const path = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(from), specifier)
      : undefined;
  if (path === undefined) return { target: packageName(specifier), own: false };
  return {
    target: [path, `${path}.ts`, `${path}.tsx`].find(isFile) ?? path,
    own: !path.startsWith("node_modules/"),
  };
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  const bindings = clause.namedBindings;
  const allTypes =
    bindings && ts.isNamedImports(bindings) && bindings.elements.every((element) => element.isTypeOnly);
  return (
    clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (clause.name === undefined && allTypes === true)
  );
}

function importsOf(path: string, syntax: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean, names: readonly string[]) => {
    if (specifier && ts.isStringLiteral(specifier))
      found.push({ ...resolve(path, specifier.text), typeOnly, names });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node), namesOf(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node), []);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false, []);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true, []);
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return found;
}

function directiveOf(syntax: ts.SourceFile): string | undefined {
  const first = syntax.statements[0];
  return first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression)
    ? first.expression.text
    : undefined;
}

function read(path: string, layer: Layer): SourceFile {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const syntax = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true, kind);
  return { path, layer, syntax, directive: directiveOf(syntax), imports: importsOf(path, syntax) };
}

/** Every file of ours that belongs to a layer; what Prisma generates is not ours. */
export const SOURCE_FILES: readonly SourceFile[] = LAYERS.flatMap((layer) =>
  globSync(`${layer.folder}/**/*.{ts,tsx}`)
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("lib/db/generated/"))
    .sort()
    .map((path) => read(path, layer)),
);

export const FILE_AT: ReadonlyMap<string, SourceFile> = new Map(
  SOURCE_FILES.map((file) => [file.path, file]),
);
