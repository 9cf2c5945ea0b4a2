import { generateKeyPairSync } from "node:crypto";
import { copyFile, cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Manifest } from "@/lib/domain/proof/manifest";
import { openProofWorld, type ProofWorld } from "./proof-world";
import { rewrite, verified } from "./verified";

let world: ProofWorld;
let copies = 0;
/** An unpacked export of the ledger, in Dutch notation, and one of the journal. */
let [ledger, journal] = ["", ""];

beforeAll(async () => {
  world = await openProofWorld();
  await world.sign();
  ledger = await world.unpack(await world.make("auditor", { kind: "grootboek" }));
  journal = await world.unpack(await world.make("auditor", { kind: "journaal", format: "json" }));
});
afterAll(() => world.close());

async function copyOf(folder: string): Promise<string> {
  const to = join(world.temporary, `kopie-${++copies}`);
  await cp(folder, to, { recursive: true });
  return to;
}

/** Lines of the table and the number of the first, whatever stands above it. */
async function linesOf(folder: string): Promise<{ readonly lines: string[]; readonly first: number }> {
  const { tables } = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as Manifest;
  const lines = (await readFile(join(folder, "grootboek.csv"), "utf8")).split("\r\n");
  return { lines, first: (tables[0]?.statement.length ?? 0) + 2 };
}

async function altered(change: (lines: string[], first: number) => string[]) {
  const folder = await copyOf(ledger);
  const { lines, first } = await linesOf(folder);
  await writeFile(join(folder, "grootboek.csv"), change([...lines], first).join("\r\n"));
  return verified(folder, "--key", world.publicKey);
}

describe("an export with its proof", () => {
  it("is found whole by the program alone, with the key of the site and without", async () => {
    for (const folder of [ledger, journal]) {
      const answer = await verified(folder, "--key", world.publicKey);
      expect(answer).toMatchObject({ code: 0, findings: [] });
      expect(answer.notes.map(({ code }) => code)).toEqual(
        expect.arrayContaining([
          "signed_by",
          "checkpoint_signed",
          "rows_checked",
          "entries_checked",
          "known_at",
        ]),
      );
      expect((await verified(folder)).notes.map(({ code }) => code)).toContain("key_from_package");
    }
  });

  it("names the row, the line and the column of one cent", async () => {
    const { findings, code } = await altered((lines, first) =>
      lines.with(
        first + 2,
        (lines[first + 2] ?? "").replace(
          /(\d),(\d)(\d)(?=;)/,
          (_, euro, ten, one) => `${euro},${ten}${(Number(one) + 1) % 10}`,
        ),
      ),
    );
    expect(code).toBe(1);
    const { lines, first } = await linesOf(ledger);
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: "row_altered",
        file: "grootboek.csv",
        row: 3,
        entry: lines[first + 2]?.split(";")[0],
        columns: ["Bedrag"],
        facts: expect.objectContaining({ line: String(first + 3) }),
      }),
    );
    expect(findings.map((one) => one.code)).toContain("sum_differs");
  });

  it("names a row that was taken out, at the end too, and one that was put in", async () => {
    const { lines, first } = await linesOf(ledger);
    const entry = (place: number) => lines[first + place]?.split(";")[0];
    const removed = await altered((all, from) => all.toSpliced(from + 1, 1));
    expect(removed.findings).toContainEqual(
      expect.objectContaining({ code: "row_removed", entry: entry(1) }),
    );
    const tail = await altered((all) => [...all.slice(0, -3), ""]);
    expect(tail.findings).toContainEqual(
      expect.objectContaining({ code: "tail_removed", facts: expect.objectContaining({ other: "2" }) }),
    );
    const added = await altered((all, from) =>
      all.toSpliced(from + 4, 0, (all[from] ?? "").replace(/^\d+/, "999999")),
    );
    expect(added.findings).toContainEqual(
      expect.objectContaining({ code: "row_added", row: 5, entry: "999999" }),
    );
  });

  it("names two rows that changed places, and one that moved", async () => {
    const swapped = await altered((all, from) =>
      all.with(from, all[from + 5] ?? "").with(from + 5, all[from] ?? ""),
    );
    expect(swapped.findings.map((one) => one.code)).toEqual(["rows_swapped"]);
    const moved = await altered((all, from) => {
      const [row = ""] = all.splice(from, 1);
      return all.toSpliced(from + 6, 0, row);
    });
    expect(moved.findings).toEqual([expect.objectContaining({ code: "row_moved", row: 7 })]);
  });

  it("says of a file that was only opened and saved that every row is as it was", async () => {
    const folder = await copyOf(ledger);
    await rewrite(join(folder, "grootboek.csv"), (text) => text.replaceAll("\r\n", "\n"));
    expect((await verified(folder)).findings.map(({ code }) => code)).toEqual(["bytes_only"]);
  });

  it("is not believed when an entry or the manifest says something else", async () => {
    const folder = await copyOf(ledger);
    await rewrite(join(folder, "posten.jsonl"), (text) =>
      text.replace(/"reason":"[^"]+"/, '"reason":"anders"'),
    );
    expect((await verified(folder)).findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["entry_hash", "row_altered"]),
    );
    await rewrite(join(folder, "manifest.json"), (text) =>
      text.replace('"practice": true', '"practice": false'),
    );
    expect((await verified(folder)).findings.map(({ code }) => code)).toContain("manifest_altered");
  });

  it("is not believed with the key of somebody else, or without a file", async () => {
    const other = await openKey();
    expect((await verified(ledger, "--key", other)).findings.map(({ code }) => code)).toContain(
      "key_not_trusted",
    );
    const folder = await copyOf(ledger);
    await rm(join(folder, "posten.jsonl"));
    await copyFile(join(folder, "LEESMIJ.txt"), join(folder, "erbij.txt"));
    expect((await verified(folder)).findings.map(({ code, file }) => [code, file])).toEqual(
      expect.arrayContaining([
        ["file_missing", "posten.jsonl"],
        ["file_unexpected", "erbij.txt"],
      ]),
    );
  });

  it("of a journal names the first entry that is missing, and where the chain breaks", async () => {
    const folder = await copyOf(journal);
    await rewrite(join(folder, "posten.jsonl"), (text) => text.split("\n").toSpliced(6, 1).join("\n"));
    const { findings } = await verified(folder);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "entry_gap", facts: { from: "7", to: "7" } }),
    );
    expect(findings.map(({ code }) => code)).toContain("entries_counted");
  });

  it("of an earlier moment is proved under a later checkpoint, and is the same file twice", async () => {
    const { rows } = await world.behind.query<{ at: string }>(
      "SELECT ledger.instant(recorded_at) AS at FROM entry WHERE programme_id = $1 ORDER BY seq DESC OFFSET 5 LIMIT 1",
      [world.oefen],
    );
    const question = { bekend: rows[0]?.at ?? "" };
    const once = await world.make("auditor", { kind: "journaal", question });
    expect(await verified(await world.unpack(once))).toMatchObject({ code: 0 });
    expect(Buffer.compare(once, await world.make("auditor", { kind: "journaal", question }))).toBe(0);
  });
});

async function openKey(): Promise<string> {
  const file = join(world.temporary, "ander.pem");
  await writeFile(file, generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }));
  return file;
}
