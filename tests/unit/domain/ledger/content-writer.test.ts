import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ContentWriter } from "@/lib/domain/ledger/content-writer";
import { entryContent, type StoredEntry } from "@/lib/domain/ledger/entry-content";
import { instantText, StoredDays, splitInstant } from "@/lib/domain/ledger/stored-days";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const days = new StoredDays();

/** A value with the text that the database makes of it, and how it is written from what is stored. */
interface Field<T extends string | null = string> {
  readonly text: T;
  readonly write: (content: ContentWriter) => void;
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
/** As it stands among other bytes. */
const among = (value: Uint8Array) => Uint8Array.of(7, 7, 7, ...value, 7);

const uuid = bytes(16).map((value): Field => {
  const digits = hexOf(value);
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ];
  return { text: parts.join("-"), write: (content) => content.uuid(among(value), 3) };
});
const hash = bytes(32).map(
  (value): Field => ({ text: hexOf(value), write: (content) => content.hex(among(value), 3, 32) }),
);
const int8 = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.constantFrom(0n, -1n, -(2n ** 63n), 2n ** 63n - 1n),
  )
  .map((value): Field => ({ text: value.toString(), write: (content) => content.integer(value) }));
const int4 = fc
  .oneof(fc.integer(), fc.integer({ min: 0, max: 1000 }))
  .map((value): Field => ({ text: String(value), write: (content) => content.count(value) }));
const text = fc
  .oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", minLength: 300 }))
  .map((value): Field => {
    const stored = encoder.encode(value);
    return { text: value, write: (content) => content.text(among(stored), 3, stored.length) };
  });
const moment = fc.date({
  min: new Date("0001-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true,
});
const date = moment.map((value): Field => {
  const day = days.at(Math.floor(value.getTime() / 86_400_000));
  return { text: value.toISOString().slice(0, 10), write: (content) => content.day(day) };
});
const instant = fc.tuple(moment, fc.integer({ min: 0, max: 999 })).map(([value, micro]): Field => {
  const at = splitInstant(BigInt(value.getTime()) * 1000n + BigInt(micro));
  return {
    text: `${value.toISOString().slice(0, -1)}${String(micro).padStart(3, "0")}Z`,
    write: (content) => content.instant(days.at(at.days), at.rest),
  };
});
const absent: Field<null> = { text: null, write: (content) => content.absent() };
const orAbsent = (field: fc.Arbitrary<Field>) => fc.oneof(field, fc.constant(absent));

/** In the order of the content. */
const posting = fc.record({
  line: int4,
  accountKey: text,
  municipalityId: orAbsent(uuid),
  amountCents: int8,
});
const facts = fc.record({
  programmeId: uuid,
  seq: int8,
  kind: text,
  effectiveOn: date,
  recordedAt: instant,
  recordedBy: uuid,
  streamId: uuid,
  municipalityId: orAbsent(uuid),
  allocationId: orAbsent(uuid),
  proposalId: orAbsent(uuid),
  reportId: orAbsent(uuid),
  correctsSeq: orAbsent(int8),
  decisionNumber: orAbsent(text),
  decisionOn: orAbsent(date),
  legalSource: orAbsent(text),
  reason: text,
  postingCount: int4,
  debitCents: int8,
  prevHash: hash,
});

const textsOf = (fields: Readonly<Record<string, Field<string | null>>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.text]));

it("the content of an entry in bytes is that of the entry in text, whatever is in it", () => {
  const content = new ContentWriter();
  fc.assert(
    fc.property(facts, fc.array(posting, { maxLength: 6 }), (entry, postings) => {
      content.clear();
      content.copy(encoder.encode("19:geldstroom-entry-v1,"));
      for (const field of [entry, ...postings].flatMap((fields) => Object.values(fields)))
        field.write(content);
      const inText = { ...textsOf(entry), postings: postings.map(textsOf) };
      expect(decoder.decode(content.content())).toBe(entryContent(inText as unknown as StoredEntry));
    }),
  );
});

describe("a date and a time", () => {
  it.each([
    [-719_162, "0001-01-01"],
    [-1, "1969-12-31"],
    [0, "1970-01-01"],
    [11_016, "2000-02-29"],
    [47_540, "2100-02-28"],
    [47_541, "2100-03-01"],
    [2_932_896, "9999-12-31"],
    [2_932_897, "10000-01-01"],
    [106_751_990, "294247-01-09"],
  ])("%s days after 1 January 1970 is %s", (count, expected) => {
    const { text: written, month } = days.at(count);
    expect(decoder.decode(written)).toBe(expected);
    expect(month).toBe(`${expected.slice(0, -3)}-01`);
  });

  it.each([
    [0n, "1970-01-01T00:00:00.000000Z"],
    [-1n, "1969-12-31T23:59:59.999999Z"],
    [-86_400_000_000n, "1969-12-31T00:00:00.000000Z"],
    [1_796_083_200_000_001n, "2026-12-01T00:00:00.000001Z"],
    [4_102_444_799_999_999n, "2099-12-31T23:59:59.999999Z"],
  ])("%s microseconds after 1970 is %s", (microseconds, expected) => {
    expect(instantText(microseconds)).toBe(expected);
  });
});
