import { createHash } from "node:crypto";
import { readXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { canonicalJson } from "@/lib/db/hash";
import { cents } from "@/lib/domain/money";
import { bridge } from "@/lib/domain/sisa/bridge";
import { readContent } from "@/lib/domain/sisa/content";
import { text } from "@/lib/files/cell";
import { openZip } from "@/lib/files/entry/unzip";
import { collected, deliveryFolder, folderName } from "@/lib/files/sisa/delivery-folder";
import { type SisaWords, sisaWorkbook } from "@/lib/files/sisa/sisa-workbook";
import { move } from "../domain/sisa/sample-year";
import { contentOf } from "../domain/sisa/whole-content";

const words: SisaWords = {
  mark: "OEFEN",
  sheets: {
    accounts: "Verantwoording",
    indicators: "Indicatoren",
    errors: "Fouten",
    bridge: "Brug",
    codes: "Codes",
    about: "Wat dit is",
  },
  column: (name) => name,
  measure: (name) => name,
  cause: (name) => name,
  outcome: (name) => name,
  unknown: "nog in te vullen uit de invulwijzer",
  ownAnswer: "zelf",
  together: "samen",
  yes: "Ja",
  no: "Nee",
};
const content = contentOf({ moves: [move({ amount: cents(90_071_992_547_409_93n) })] });
const book = (lines = bridge(contentOf({}), content, () => [])) =>
  collected(
    sisaWorkbook({ content, bridge: lines, words, statement: [{ name: "versie", value: text("2") }] }),
  );
const partsOf = (bytes: Uint8Array) => {
  const { paths, read } = openZip(Buffer.from(bytes));
  return new Map(paths.map((path) => [path, read(path)]));
};
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

it("the workbook has the same bytes every time, also from content that was frozen and read back", async () => {
  const again = readContent(canonicalJson(content));
  const other = await collected(
    sisaWorkbook({
      content: again,
      bridge: bridge(contentOf({}), again, () => []),
      words,
      statement: [{ name: "versie", value: text("2") }],
    }),
  );
  expect(sha256(await book())).toBe(sha256(other));
});

it("says on every sheet that it is practice, what is not known, and amounts to the cent", async () => {
  const { sheets } = await readXlsx(await book());
  expect(sheets.map(({ name }) => name)).toEqual([
    "OEFEN Verantwoording",
    "OEFEN Indicatoren",
    "OEFEN Fouten",
    "OEFEN Brug",
    "OEFEN Codes",
    "OEFEN Wat dit is",
  ]);
  const [accounts, indicators] = sheets;
  expect(accounts?.rows[1]?.slice(0, 3)).toEqual(["X1", "Wijken", "B-1"]);
  expect(indicators?.rows.slice(1).map((row) => row.slice(2, 4))).toEqual([
    ["X1/01", "Besteding (jaar T)"],
    [words.unknown, "correction"],
    [words.unknown, "cumulative"],
    [words.unknown, "final"],
  ]);
});

it("an amount that no float can hold stands in the file as it is", async () => {
  const parts = partsOf(await book());
  expect(parts.get("xl/worksheets/sheet1.xml")).toContain("<v>90071992547409.93</v>");
});

it("a delivery without a correction has no bridge sheet", async () => {
  const { sheets } = await readXlsx(await book([]));
  expect(sheets.map(({ name }) => name)).not.toContain("OEFEN Brug");
});

it("the folder names every file with its size and hash, and begins with practice", async () => {
  const base = folderName(["oefen", null, "sisa", 2025, "OEF01", "v2"]);
  expect(base).toBe("oefen-sisa-2025-oef01-v2");
  const frozen = new TextEncoder().encode(canonicalJson(content));
  const make = () =>
    collected(
      deliveryFolder({
        base,
        about: { oefengegevens: true },
        toBeAdded: ["vier pdf-bestanden"],
        files: [
          { name: "brief.txt", what: "brief", bytes: new TextEncoder().encode("é") },
          { name: "inhoud.json", what: "inhoud", bytes: frozen },
        ],
      }),
    );
  const bytes = await make();
  expect(sha256(bytes)).toBe(sha256(await make()));
  const parts = partsOf(bytes);
  expect([...parts.keys()]).toEqual([
    `${base}/1-${base}-brief.txt`,
    `${base}/2-${base}-inhoud.json`,
    `${base}/manifest.json`,
  ]);
  const manifest = JSON.parse(parts.get(`${base}/manifest.json`) ?? "");
  expect(Object.keys(manifest)[0]).toBe("oefengegevens");
  expect(manifest.files).toEqual([
    { name: `1-${base}-brief.txt`, what: "brief", bytes: 2, sha256: sha256(new TextEncoder().encode("é")) },
    { name: `2-${base}-inhoud.json`, what: "inhoud", bytes: frozen.length, sha256: sha256(frozen) },
  ]);
  expect(parts.get(`${base}/2-${base}-inhoud.json`)).toBe(canonicalJson(content));
});
