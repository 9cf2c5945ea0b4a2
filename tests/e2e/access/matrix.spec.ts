import { existsSync, readFileSync } from "node:fs";
import { mayDo, type Role } from "@/lib/domain/access";
import { expect, test } from "../support/test";
import { ACTIONS, ENTRANCES } from "./entrances";
import { findExamples } from "./examples";

const ACCOUNTS: Readonly<Record<Exclude<Role, "public">, string>> = {
  officer: "officer",
  approver: "approver",
  coordinator: "coordinator",
  signer: "signer",
  auditor: "auditor",
  administrator: "administrator",
};

/** Next's own: what is not found, what went wrong, and pictures. */
const OWN = /^\/(?:_not-found|_global-error)\/|^\/(?:favicon\.ico|icon\.svg)\/route$/;
const manifest = (file: string) => JSON.parse(readFileSync(`.next/server/${file}`, "utf8")) as unknown;

test("every page and route handler of the build is in the matrix, and nothing else", () => {
  const built = Object.keys(manifest("app-paths-manifest.json") as object).filter((path) => !OWN.test(path));
  expect(built.sort()).toEqual(Object.keys(ENTRANCES).sort());
  for (const path of built) {
    const source = `app${path}`;
    expect(existsSync(`${source}.tsx`) || existsSync(`${source}.ts`), source).toBe(true);
  }
});

test("every server action of the build is in the matrix, and nothing else", () => {
  const { node } = manifest("server-reference-manifest.json") as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  const built = Object.values(node).map(({ filename, exportedName }) => `${filename} ${exportedName}`);
  expect([...new Set(built)].sort()).toEqual(Object.keys(ACTIONS).sort());
});

test("the source of each asks the gate for the permission that the matrix says", () => {
  for (const [path, { permission }] of Object.entries(ENTRANCES)) {
    if (permission === null) continue;
    const file = [`app${path}.tsx`, `app${path}.ts`].find((one) => existsSync(one)) ?? "";
    expect(readFileSync(file, "utf8"), file).toContain(`authorize("${permission}")`);
  }
  for (const [action, permissions] of Object.entries(ACTIONS)) {
    const [file = ""] = action.split(" ");
    for (const permission of permissions ?? [])
      expect(readFileSync(file, "utf8"), action).toContain(`"${permission}"`);
  }
});

for (const [role, account] of Object.entries(ACCOUNTS) as Array<[Exclude<Role, "public">, string]>) {
  test(`${role}: every page is there or not found, as the table of permissions says`, async ({
    as,
    application,
  }) => {
    const ids = await findExamples(application.addresses.superuser);
    const page = await as(account);
    for (const [path, { permission, at }] of Object.entries(ENTRANCES)) {
      if (at === undefined) continue;
      const response = await page.request.get(at(ids));
      const allowed = permission === null || permission === "claims:read" || mayDo(role, permission);
      expect(response.status(), `${role} at ${path}`).toBe(allowed ? 200 : 404);
    }
  });
}

test("who is not signed in sees what is published, and is sent to sign in for the rest", async ({
  visitor,
  application,
}) => {
  const ids = await findExamples(application.addresses.superuser, "nplv");
  const page = await visitor();
  expect((await page.request.get("/programma/oefen")).status(), "practice data are not public").toBe(404);
  for (const [path, { permission, at }] of Object.entries(ENTRANCES)) {
    if (at === undefined) continue;
    const response = await page.request.get(at(ids), { maxRedirects: 0 });
    const open = permission === null || mayDo("public", permission);
    expect(response.status(), path).toBe(open ? 200 : 307);
    if (!open) expect(response.headers().location, path).toContain("/inloggen?terug=");
  }
});
