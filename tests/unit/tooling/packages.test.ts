import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packagesAreCurrent } from "@/scripts/bootstrap/packages.mjs";

type Packages = Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;

const PG = { "node_modules/pg": { version: "8.23.1", integrity: "sha512-a" } };
const OTHER_PLATFORM = { "node_modules/pg-mac": { version: "1.0.0", integrity: "sha512-b", optional: true } };

const made: string[] = [];
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true });
});

function project(locked: Packages, installed?: Packages): string {
  const root = mkdtempSync(join(tmpdir(), "geldstroom-packages-"));
  made.push(root);
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  write("package-lock.json", JSON.stringify({ packages: { "": {}, ...locked } }));
  write("node_modules/node/bin/node", "");
  if (installed) write("node_modules/.package-lock.json", JSON.stringify({ packages: installed }));
  return root;
}

describe("what is installed", () => {
  it("is current when it is what the lockfile asks for, whenever the lockfile was written", () => {
    expect(packagesAreCurrent(project(PG, PG))).toBe(true);
  });
  it("may lack packages for other platforms", () => {
    expect(packagesAreCurrent(project({ ...PG, ...OTHER_PLATFORM }, PG))).toBe(true);
  });
  it("is stale when a package is missing, or has another version or content", () => {
    expect(packagesAreCurrent(project(PG, {}))).toBe(false);
    expect(
      packagesAreCurrent(project(PG, { "node_modules/pg": { ...PG["node_modules/pg"], version: "8.23.0" } })),
    ).toBe(false);
    expect(
      packagesAreCurrent(
        project(PG, { "node_modules/pg": { ...PG["node_modules/pg"], integrity: "sha512-c" } }),
      ),
    ).toBe(false);
  });
  it("is stale when nothing was installed", () => {
    expect(packagesAreCurrent(project(PG))).toBe(false);
  });
});
