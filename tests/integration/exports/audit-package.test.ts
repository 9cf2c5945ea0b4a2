import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PACKAGE_KIND } from "@/lib/domain/exports/job";
import type { Manifest } from "@/lib/domain/proof/manifest";
import { openProofWorld, type ProofWorld } from "./proof-world";
import { rewrite, verified } from "./verified";

let world: ProofWorld;

beforeAll(async () => {
  world = await openProofWorld();
  await world.sign();
});
afterAll(() => world.close());

const recomputed = (folder: string) => {
  try {
    return {
      code: 0,
      text: execFileSync(process.execPath, ["geldstroom-herbereken.mjs"], { cwd: folder, encoding: "utf8" }),
    };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, text: stdout };
  }
};

it.each([
  ["the programme", {}],
  ["a stream", { geldstroom: "OW" }],
  ["a municipality in a year", { gemeente: "OEF01", jaar: "2024" }],
])("of %s is whole, and its script finds every headline again", async (_, question) => {
  const folder = await world.unpack(await world.make("auditor", { kind: PACKAGE_KIND, question }));
  expect(await verified(folder, "--key", world.publicKey)).toMatchObject({ code: 0, findings: [] });
  const { code, text } = recomputed(folder);
  expect(text).toMatch(/Alle \d+ kopcijfers kloppen/);
  expect(code).toBe(0);
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as Manifest;
  expect(manifest.journal?.entries).toBeGreaterThan(0);
  expect(await readdir(folder)).toEqual(expect.arrayContaining(["LEESMIJ.txt", "geldstroom-verify.html"]));
});

it("says which headline is another when an entry is one cent more", async () => {
  const folder = await world.unpack(await world.make("auditor", { kind: PACKAGE_KIND }));
  await rewrite(join(folder, "posten.jsonl"), (text) =>
    text.replace(
      /("accountKey":"[^"|]*\|allocated\|[^"]*","amountCents":")(-?\d+)/,
      (_, before: string, cents: string) => `${before}${BigInt(cents) + 1n}`,
    ),
  );
  expect(recomputed(folder)).toMatchObject({ code: 1 });
  expect((await verified(folder)).findings.map(({ code }) => code)).toContain("entry_hash");
});

it("says which file of a damaged zip cannot be read, and checks the others", async () => {
  const zip = await world.make("auditor", { kind: PACKAGE_KIND, question: { geldstroom: "OW" } });
  const name = Buffer.from("/posten.jsonl");
  const packed = zip.indexOf(name) + name.length;
  // A kind of block that deflate does not have.
  zip.writeUInt8(0xff, packed);
  const path = await world.keep(zip);
  const { code, findings } = await verified(path, "--key", world.publicKey);
  expect(code).toBe(1);
  expect(findings.map((finding) => [finding.code, finding.file])).toEqual([
    ["file_unreadable", "posten.jsonl"],
  ]);
});

it("is the same for the same question about the same moment", async () => {
  const question = { geldstroom: "OW", bekend: "2026-01-01" };
  const [once, again] = [
    await world.make("auditor", { kind: PACKAGE_KIND, question }),
    await world.make("auditor", { kind: PACKAGE_KIND, question }),
  ];
  expect(Buffer.compare(once, again)).toBe(0);
});

it("is not for who may not read the journal", async () => {
  await expect(world.make("coordinator", { kind: PACKAGE_KIND })).rejects.toThrow("may not");
});
