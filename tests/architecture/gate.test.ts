import ts from "typescript";
import { expect, it } from "vitest";
import { PUBLIC_ROUTES } from "./public-routes";
import { SOURCE_FILES, type SourceFile } from "./source-files";

const GATES = new Set(["authorize", "tryAuthorize"]);
const isEntrance = ({ path, directive }: SourceFile) =>
  path.startsWith("app/") && (/\/(?:page|route)\.tsx?$/.test(path) || directive === "use server");

type Callable = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

interface Declared {
  readonly name: string;
  readonly exported: boolean;
  readonly body: Callable | ts.Expression;
}

const isExported = (node: ts.FunctionDeclaration | ts.VariableStatement) =>
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

/** `export { handler as GET }`: under its new name, with the old one as what it stands for. */
function reexported({ exportClause, isTypeOnly }: ts.ExportDeclaration): Declared[] {
  if (isTypeOnly || !exportClause || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements.map(({ name, propertyName }) => ({
    name: name.text,
    exported: true,
    body: ts.factory.createCallExpression(
      ts.factory.createIdentifier((propertyName ?? name).text),
      undefined,
      [],
    ),
  }));
}

/** The functions of a file by name, at its top level. */
function declared({ syntax }: SourceFile): Declared[] {
  return syntax.statements.flatMap((node): Declared[] => {
    if (ts.isFunctionDeclaration(node))
      return [{ name: node.name?.text ?? "default", exported: isExported(node), body: node }];
    if (ts.isExportDeclaration(node)) return reexported(node);
    if (ts.isExportAssignment(node)) return [{ name: "default", exported: true, body: node.expression }];
    if (!ts.isVariableStatement(node)) return [];
    return node.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && ts.isIdentifier(name)
        ? [{ name: name.text, exported: isExported(node), body: initializer }]
        : [],
    );
  });
}

function calls(node: ts.Node, into = new Set<string>()): Set<string> {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) into.add(node.expression.text);
  ts.forEachChild(node, (child) => {
    calls(child, into);
  });
  return into;
}

/** Whether a function asks the gate, itself or in a function of the same file that it calls. */
function asks(one: Declared, all: readonly Declared[], seen = new Set<string>()): boolean {
  if (seen.has(one.name)) return false;
  seen.add(one.name);
  const called = calls(one.body);
  return (
    [...called].some((name) => GATES.has(name)) ||
    all.some((other) => called.has(other.name) && asks(other, all, seen))
  );
}

// In a page or route these are settings, not entrances.
const SETTINGS = new Set([
  "metadata",
  "viewport",
  "dynamic",
  "revalidate",
  "runtime",
  "maxDuration",
  "generateMetadata",
  "generateViewport",
]);

function unguarded(file: SourceFile): string[] {
  const all = declared(file);
  return all
    .filter(({ name, exported }) => exported && !SETTINGS.has(name))
    .filter((one) => !asks(one, all))
    .map(({ name }) => `${file.path}: ${name}`);
}

const entrances = SOURCE_FILES.filter(isEntrance);

it("every page, route handler and action asks who is there, or is public by name", () => {
  const wrong = entrances.filter(({ path }) => !(path in PUBLIC_ROUTES)).flatMap(unguarded);
  expect(wrong).toEqual([]);
});

it("the list of public routes names no route that is gone or that asks after all", () => {
  const open = new Set(entrances.filter((file) => unguarded(file).length > 0).map(({ path }) => path));
  expect(Object.keys(PUBLIC_ROUTES).filter((path) => !open.has(path))).toEqual([]);
});
