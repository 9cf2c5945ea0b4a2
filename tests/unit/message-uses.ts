import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A call such as t("title") or t(`stage.${stage}`). */
export type Use = {
  readonly file: string;
  /** The key as it is written, the shape of a template, or null when it is a variable. */
  readonly asked: string | RegExp | null;
  /** Where its translator looks. More than one when the translator was handed over as a parameter. */
  readonly namespaces: readonly string[];
};
export type Uses = {
  readonly calls: readonly Use[];
  /** Every text and property name in the sources: keys also travel as data, such as the message of a schema. */
  readonly words: ReadonlySet<string>;
  /** Templates that start with a namespace, such as `errors.amount.${problem}`. */
  readonly templates: readonly RegExp[];
};

const ROOTS = ["app", "components", "i18n", "lib"];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path.endsWith("generated") ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The part of a message key before the facts that a schema puts behind a bar. */
const bare = (text: string) => text.split("|", 1)[0] ?? "";

function shape(template: ts.TemplateExpression): RegExp {
  const parts = [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
  const cut = parts.findIndex((part) => part.includes("|"));
  const kept = cut < 0 ? parts : [...parts.slice(0, cut), bare(parts[cut] ?? "")];
  return new RegExp(`^${kept.map(escaped).join("[^|]+")}$`);
}

function plain(node: ts.Expression | undefined): ts.Expression | undefined {
  if (node === undefined) return undefined;
  const wrapped = ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node);
  return wrapped ? plain(node.expression) : node;
}

/** "glossary" of useTranslations("glossary"); null when the expression makes no translator. */
function namespaceOf(node: ts.Expression | undefined): string | null {
  const call = plain(node);
  if (call === undefined || !ts.isCallExpression(call)) return null;
  if (!/^(use|get)Translations$/.test(call.expression.getText())) return null;
  const [argument] = call.arguments;
  if (argument === undefined) return "";
  if (ts.isStringLiteral(argument)) return argument.text;
  return /namespace:\s*"([^"]+)"/.exec(argument.getText())?.[1] ?? "";
}

/** The elements of `[...]` and of `await Promise.all([...])`. */
function elements(node: ts.Expression | undefined): readonly ts.Expression[] {
  const call = plain(node);
  if (call !== undefined && ts.isArrayLiteralExpression(call)) return call.elements;
  if (call === undefined || !ts.isCallExpression(call) || call.expression.getText() !== "Promise.all")
    return [];
  const [list] = call.arguments;
  return list !== undefined && ts.isArrayLiteralExpression(list) ? list.elements : [];
}

type Scope = { node: ts.Node; translators: Map<string, string> };

/** Every translator of a file, with the function it lives in. */
function scopes(file: ts.SourceFile): Scope[] {
  const found: Scope[] = [];
  const add = (node: ts.Node, name: string, namespace: string | null) => {
    if (namespace === null) return;
    const owner =
      ts.findAncestor(node, (parent) => ts.isFunctionLike(parent) || ts.isSourceFile(parent)) ?? file;
    const scope = found.find((known) => known.node === owner) ?? { node: owner, translators: new Map() };
    if (!found.includes(scope)) found.push(scope);
    scope.translators.set(name, namespace);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) {
      if (ts.isIdentifier(node.name)) add(node, node.name.text, namespaceOf(node.initializer));
      else {
        for (const [index, element] of node.name.elements.entries()) {
          if (ts.isBindingElement(element))
            add(node, element.name.getText(), namespaceOf(elements(node.initializer)[index]));
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The namespace a name stands for where it is used; "parameter" when it was handed over. */
function lookUp(node: ts.Node, name: string, known: readonly Scope[]): string | "parameter" | null {
  for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent) {
    const here = known.find((scope) => scope.node === at)?.translators.get(name);
    if (here !== undefined) return here;
    if (
      ts.isFunctionLike(at) &&
      at.parameters.some((parameter) => parameter.name.getText().split(/\W+/).includes(name))
    ) {
      return "parameter";
    }
  }
  return null;
}

const METHODS = new Set(["rich", "markup", "raw", "has"]);

function translatorName(callee: ts.Expression): string | null {
  if (ts.isIdentifier(callee)) return callee.text;
  if (!ts.isPropertyAccessExpression(callee) || !METHODS.has(callee.name.text)) return null;
  return ts.isIdentifier(callee.expression) ? callee.expression.text : null;
}

function askedBy(node: ts.Expression): Array<string | RegExp | null> {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [shape(node)];
  if (ts.isConditionalExpression(node)) return [...askedBy(node.whenTrue), ...askedBy(node.whenFalse)];
  return [null];
}

export function messageUses(namespaces: readonly string[]): Uses {
  const words = new Set<string>();
  const templates: RegExp[] = [];
  const files = ROOTS.flatMap(sources).map((path) => {
    const file = ts.createSourceFile(
      path,
      readFileSync(path, "utf8"),
      ts.ScriptTarget.Latest,
      true,
      path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    );
    return { path, file, known: scopes(file) };
  });
  const all = [
    ...new Set(files.flatMap(({ known }) => known.flatMap((scope) => [...scope.translators.values()]))),
  ];
  const calls: Use[] = [];
  for (const { path, file, known } of files) {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) words.add(bare(node.text));
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) words.add(node.name.text);
      if (ts.isTemplateExpression(node) && namespaces.some((name) => node.head.text.startsWith(`${name}.`))) {
        templates.push(shape(node));
      }
      if (ts.isCallExpression(node)) {
        const name = translatorName(node.expression);
        // `(await getTranslations("home"))("title")` has no name.
        const namespace = name === null ? namespaceOf(plain(node.expression)) : lookUp(node, name, known);
        const [argument] = node.arguments;
        // Of what is handed over only "t" is taken for a translator: any other parameter may be any function.
        if (argument !== undefined && namespace !== null && (namespace !== "parameter" || name === "t")) {
          const within = namespace === "parameter" ? all : [namespace];
          calls.push(...askedBy(argument).map((asked) => ({ file: path, asked, namespaces: within })));
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { calls, words, templates };
}
