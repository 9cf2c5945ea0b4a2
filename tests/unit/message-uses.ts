import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A call such as t("title") or t(`stage.${stage}`), under the namespace of its translator. */
export type Use = {
  readonly file: string;
  readonly key: string | null;
  readonly pattern: RegExp | null;
  readonly namespace: string;
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
    if (entry.isDirectory()) return path.endsWith("lib/db/generated") ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The part of a message key before the facts that a schema puts behind a bar. */
const bare = (text: string) => text.split("|", 1)[0] ?? "";

function templatePattern(template: ts.TemplateExpression, namespace: string): RegExp {
  const parts = [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
  const cut = parts.findIndex((part) => part.includes("|"));
  const kept = cut < 0 ? parts : [...parts.slice(0, cut), bare(parts[cut] ?? "")];
  const prefix = namespace === "" ? "" : `${namespace}.`;
  return new RegExp(`^${escaped(prefix)}${kept.map(escaped).join("[^|]+")}$`);
}

/** "glossary" of useTranslations("glossary"), also when it is awaited; null when the call makes no translator. */
function namespaceOf(node: ts.Expression | undefined): string | null {
  const call = node !== undefined && ts.isAwaitExpression(node) ? node.expression : node;
  if (call !== undefined && ts.isAsExpression(call)) return namespaceOf(call.expression);
  if (call !== undefined && ts.isParenthesizedExpression(call)) return namespaceOf(call.expression);
  if (
    call === undefined ||
    !ts.isCallExpression(call) ||
    !/^(use|get)Translations$/.test(call.expression.getText())
  )
    return null;
  const [argument] = call.arguments;
  if (argument === undefined) return "";
  if (ts.isStringLiteral(argument)) return argument.text;
  const named = /namespace:\s*"([^"]+)"/.exec(argument.getText());
  return named?.[1] ?? "";
}

/** Names of translators in a file. The same name may stand for several namespaces in several functions. */
function translators(file: ts.SourceFile): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (name: string, namespace: string | null) => {
    if (namespace !== null) found.set(name, (found.get(name) ?? new Set()).add(namespace));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) {
      if (ts.isIdentifier(node.name)) add(node.name.text, namespaceOf(unwrapped(node.initializer)));
      else if (ts.isArrayBindingPattern(node.name)) {
        const list = /Promise\.all\(/.test(node.initializer?.getText() ?? "")
          ? arrayOf(node.initializer)
          : [];
        for (const [index, element] of node.name.elements.entries()) {
          if (ts.isBindingElement(element)) add(element.name.getText(), namespaceOf(list[index]));
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function unwrapped(node: ts.Expression | undefined): ts.Expression | undefined {
  if (node !== undefined && (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)))
    return unwrapped(node.expression);
  return node;
}

function arrayOf(node: ts.Node | undefined): readonly ts.Expression[] {
  if (node === undefined) return [];
  if (ts.isArrayLiteralExpression(node)) return node.elements;
  return ts.forEachChild(node, (child) => (arrayOf(child).length > 0 ? arrayOf(child) : undefined)) ?? [];
}

const METHODS = new Set(["rich", "markup", "raw", "has"]);

function translatorName(callee: ts.Expression): string | null {
  if (ts.isIdentifier(callee)) return callee.text;
  if (
    ts.isPropertyAccessExpression(callee) &&
    METHODS.has(callee.name.text) &&
    ts.isIdentifier(callee.expression)
  ) {
    return callee.expression.text;
  }
  return null;
}

function keysOf(node: ts.Expression, namespace: string): Array<Pick<Use, "key" | "pattern">> {
  const full = (text: string) => (namespace === "" ? text : `${namespace}.${text}`);
  if (ts.isStringLiteralLike(node)) return [{ key: full(node.text), pattern: null }];
  if (ts.isTemplateExpression(node)) return [{ key: null, pattern: templatePattern(node, namespace) }];
  if (ts.isConditionalExpression(node))
    return [...keysOf(node.whenTrue, namespace), ...keysOf(node.whenFalse, namespace)];
  return [{ key: null, pattern: null }];
}

export function messageUses(namespaces: readonly string[]): Uses {
  const calls: Use[] = [];
  const words = new Set<string>();
  const templates: RegExp[] = [];
  for (const path of ROOTS.flatMap(sources)) {
    const file = ts.createSourceFile(
      path,
      readFileSync(path, "utf8"),
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TSX,
    );
    const known = translators(file);
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) words.add(bare(node.text));
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) words.add(node.name.text);
      if (ts.isTemplateExpression(node) && namespaces.some((name) => node.head.text.startsWith(`${name}.`))) {
        templates.push(templatePattern(node, ""));
      }
      if (ts.isCallExpression(node)) {
        const name = translatorName(node.expression);
        const [argument] = node.arguments;
        for (const namespace of (name !== null && known.get(name)) || []) {
          if (argument === undefined) continue;
          for (const use of keysOf(argument, namespace)) calls.push({ file: path, namespace, ...use });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { calls, words, templates };
}
