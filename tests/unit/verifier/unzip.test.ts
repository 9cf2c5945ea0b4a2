import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { isZip, unzip } from "@/verifier/unzip";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const long = "post;bedrag\r\n".repeat(500);
const zip = zipSync({ pakket: { "posten.csv": bytesOf(long), documenten: { "1.pdf": bytesOf("pdf") } } });

it("gives the files of a zip without the folder they all lie in", async () => {
  expect(isZip(zip)).toBe(true);
  const files = unzip(zip);
  expect(files.names).toEqual(["posten.csv", "documenten/1.pdf"]);
  expect(await files.read("posten.csv")).toEqual(bytesOf(long));
  expect(await files.read("documenten/1.pdf")).toEqual(bytesOf("pdf"));
  expect(await files.read("anders.csv")).toBeNull();
});

it("a file that was damaged is read whole or not at all: whether it is as it was is for its checksum to say", async () => {
  const start = 30 + "pakket/posten.csv".length;
  const lengths = new Set<number | null>();
  for (let at = start; at < start + 30; at += 1) {
    const damaged = Uint8Array.from(zip);
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    const read = unzip(damaged).read("posten.csv");
    lengths.add(
      await read.then(
        (bytes) => bytes?.length ?? 0,
        () => null,
      ),
    );
  }
  lengths.delete(long.length);
  expect([...lengths]).toEqual([null]);
});

it("what was cut off is no zip", () => {
  expect(() => unzip(zip.subarray(0, zip.length - 30))).toThrow();
});
