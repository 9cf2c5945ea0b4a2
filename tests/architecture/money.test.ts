import ts from "typescript";
import { expect, it } from "vitest";
import { SOURCE_FILES } from "./source-files";

const MONEY = [
  "lib/domain/money.ts",
  "lib/views/money.ts",
  "lib/db/",
  "lib/commands/",
  "lib/queries/",
  "lib/files/",
];

/** Numbers that are no money, each with what it is. An entry that no longer occurs must go. */
const NO_MONEY: Readonly<Record<string, string>> = {
  "lib/db/pool.ts": "how many connections",
};

function becomesFloat(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  const { expression } = node;
  if (ts.isIdentifier(expression)) return expression.text === "Number" || expression.text === "parseFloat";
  return (
    ts.isPropertyAccessExpression(expression) && ["parseFloat", "toFixed"].includes(expression.name.text)
  );
}

function count(node: ts.Node): number {
  let found = becomesFloat(node) ? 1 : 0;
  ts.forEachChild(node, (child) => {
    found += count(child);
  });
  return found;
}

it("no amount becomes a floating-point number", () => {
  const found = SOURCE_FILES.filter(({ path }) => MONEY.some((one) => path.startsWith(one)))
    .filter(({ syntax }) => count(syntax) > 0)
    .map(({ path }) => path);
  expect(found).toEqual(Object.keys(NO_MONEY));
});
