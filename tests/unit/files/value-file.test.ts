import { expect, it } from "vitest";
import { readValueFile } from "@/lib/files/distribution/value-file";

const bytes = (text: string) => new TextEncoder().encode(text);

it("a csv is read as it stands there, also as older programs write it", () => {
  expect(readValueFile("inwoners.csv", bytes("GM0363;931.298\r\n"))).toBe("GM0363;931.298\r\n");
  const latin = Uint8Array.from("Co\u00f6rdinatie;1", (letter) => letter.charCodeAt(0));
  expect(readValueFile("gebieden.csv", latin)).toBe("Coördinatie;1");
});

it("a workbook, a picture and what is far too much have a sentence of their own", () => {
  const said = (name: string, content: Uint8Array) => {
    const read = readValueFile(name, content);
    return typeof read === "string" ? "read" : [read.code, read.field, read.facts];
  };
  const refused = (problem: string, facts: object) => [`distribution.values.${problem}`, "file", facts];
  expect(said("werkmap.xlsx", bytes("PK\u0003\u0004"))).toEqual(
    refused("not_a_csv", { name: "werkmap.xlsx" }),
  );
  expect(said("foto.png", bytes("\u0089PNG\u0000"))).toEqual(refused("not_a_csv", { name: "foto.png" }));
  expect(said("alles.csv", new Uint8Array(200_001).fill(0x61))).toEqual(
    refused("too_large", { name: "alles.csv", given: "201", most: "200" }),
  );
  expect(said("net.csv", new Uint8Array(200_000).fill(0x61))).toBe("read");
});
