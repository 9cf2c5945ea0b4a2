import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { emailOf, PEOPLE } from "@/prisma/seed/practice/people-data";
import { ORGANISATIONS } from "@/prisma/seed/practice/structure-data";

const START = "<!-- accounts -->";
const END = "<!-- /accounts -->";
const readme = readFileSync("README.md", "utf8");
const contributing = readFileSync("CONTRIBUTING.md", "utf8");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

it("the accounts in README.md are those of the practice programme", () => {
  const rows = PEOPLE.map(({ account, name, roles, organisation }) => {
    const of = ORGANISATIONS.find(({ code }) => code === organisation)?.name;
    return `| \`${emailOf(account)}\` | ${roles.join(", ")} | ${name}, ${of} |`;
  });
  const expected = ["| Signs in as | Role | Who |", "|---|---|---|", ...rows].join("\n");
  expect(readme.split(START)[1]?.split(END)[0]?.trim()).toBe(expected);
});

it.each([
  ["README.md", readme],
  ["CONTRIBUTING.md", contributing],
])("%s names only commands and files that exist", (_, text) => {
  const commands = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name = ""]) => name);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  const links = [...text.matchAll(/\]\(((?!http)[^)#]+)\)/g)].map(([, path = ""]) => path);
  const paths = [...text.matchAll(/`((?:scripts|tests|prisma|public)\/[\w./-]+)`/g)].map(
    ([, path = ""]) => path,
  );
  expect([...links, ...paths].filter((path) => !existsSync(path))).toEqual([]);
});

it("every script of package.json is described in CONTRIBUTING.md", () => {
  const described = (name: string) =>
    contributing.includes(`npm ${name}`) || contributing.includes(`npm run ${name}`);
  expect(Object.keys(scripts).filter((name) => !described(name))).toEqual([]);
});

/** Set by the project for itself, or another program's own: nobody has to know them to use Geldstroom. */
const NOT_SETTINGS =
  "CI DEBUG NODE_ENV PATH PORT LATEST_MIGRATION PRISMA_SCHEMA_ENGINE_BINARY SHADOW_DATABASE_URL".split(" ");

it("every variable that the application and its scripts read is described", () => {
  const described = readme + contributing + readFileSync("tests/README.md", "utf8");
  const sources = globSync(["{app,lib,scripts,prisma,i18n}/**/*.{ts,tsx,mjs}", "*.ts"]).map((path) =>
    readFileSync(path, "utf8"),
  );
  const read = sources.flatMap((source) => [
    ...[...source.matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name = ""]) => name),
    ...[...source.matchAll(/\{([^{}]*)\} = process\.env/g)].flatMap(([, names = ""]) =>
      [...names.matchAll(/(?<![\w"/])([A-Z][A-Z_]+)\b/g)].map(([, name = ""]) => name),
    ),
  ]);
  expect(read).toContain("OIDC_ROLE_CLAIM");
  const unknown = [...new Set(read)].filter(
    (name) => !NOT_SETTINGS.includes(name) && !described.includes(`\`${name}\``),
  );
  expect(unknown).toEqual([]);
});
