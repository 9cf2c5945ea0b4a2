import { afterAll, beforeAll, expect, it } from "vitest";
import { attachDocument } from "@/lib/commands/claims/attach-document";
import { linkClaims, withdrawClaimLink } from "@/lib/commands/claims/link-claims";
import { type RegisteredInput, registerClaim } from "@/lib/commands/claims/register-claim";
import { conflictState, supersededBy } from "@/lib/domain/claims/conflict-state";
import { DOCUMENT_BYTES } from "@/lib/domain/claims/source-document";
import { cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";
import { claimDocuments, documentContent } from "@/lib/queries/claims/claim-documents";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { key, openPublishedWorld, type PublishedWorld } from "./published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
});
afterAll(() => world.close());

const claim = (part: Partial<RegisteredInput> = {}): RegisteredInput => ({
  idempotencyKey: key(),
  programmeId: world.oefen,
  today: "2026-11-24",
  source: "oefenbrief",
  newSource: { title: null, publisher: null, publishedOn: null, address: null },
  place: "blz. 3",
  quote: null,
  amount: cents(5_000_000_00n),
  units: null,
  unitAmount: null,
  unitName: null,
  status: "announced",
  statusVerb: null,
  period: null,
  vatBasis: "not_stated",
  precision: "exact",
  grain: "programme",
  stream: null,
  municipality: null,
  area: null,
  note: null,
  replaces: null,
  replaceReason: null,
  ...part,
});
const register = async (part: Partial<RegisteredInput> = {}) =>
  registerClaim(await world.grant("claim:register", "officer"), claim(part));
const book = async () => findClaimBook(await world.grant("claims:read", "officer"), world.oefen);

it("names every reason at once, and leaves nothing behind", async () => {
  await expect(
    register({ source: null, place: null, amount: null, units: 3n, grain: "stream", replaceReason: "x" }),
  ).rejects.toMatchObject({
    code: "blocked",
    reasons: [
      "noPlace",
      "noTitle",
      "noPublisher",
      "noDate",
      "halfRule",
      "grainNeedsStream",
      "replacesNothing",
    ].map((name) => ({ code: `claims.register.${name}` })),
  });
  const { rows } = await world.behind.query("SELECT 1 FROM claim WHERE registered_by IS NOT NULL");
  expect(rows).toHaveLength(0);
});

it("is in the book once, with its new document, however often it is sent", async () => {
  const grant = await world.grant("claim:register", "officer");
  const input = claim({
    source: null,
    newSource: {
      title: "Voortgangsbrief",
      publisher: "Oefenministerie A",
      publishedOn: "2024-05-13",
      address: null,
    },
  });
  const [first, again] = [await registerClaim(grant, input), await registerClaim(grant, input)];
  expect(again).toEqual(first);
  const { claims, sources } = await book();
  const found = claims.need(first.code);
  expect(found).toMatchObject({ amount: 5_000_000_00n, publishedOn: "2024-05-13" });
  expect(sources.find(({ code }) => code === found.source)).toMatchObject({ title: "Voortgangsbrief" });
});

it("who takes no part in the programme registers nothing there", async () => {
  await expect(register({ programmeId: world.nplv })).rejects.toThrow(NotFound);
});

it("a rule that does not make the amount is found, until a claim replaces it", async () => {
  const { code } = await register({
    amount: cents(45_000_000_00n),
    units: 30_000n,
    unitAmount: cents(1_460_00n),
    unitName: "woningen",
  });
  const found = (await book()).conflicts.find(({ claims }) => claims.includes(code));
  expect(found).toMatchObject({ checkCode: "rule_versus_amount", kind: "source_conflict" });
  expect(found?.foundAt).toBeInstanceOf(Date);
  const { code: later } = await register({ replaces: code, replaceReason: "Tikfout in het bedrag." });
  const after = await book();
  const conflict = after.conflicts.find((one) => one.code === found?.code);
  if (conflict === undefined) throw new Error("no conflict");
  expect(supersededBy(after, conflict)).toBe(later);
});

it("two sources with two figures for one thing are found once", async () => {
  const { streams } = await book();
  const stream = streams[0]?.code ?? "";
  const one = { stream, grain: "stream", status: "paid", period: "2025" } as const;
  const { code: a } = await register({ ...one, amount: cents(1_00n) });
  const { code: b } = await register({ ...one, amount: cents(2_00n), source: "oefenantwoord" });
  const found = (await book()).conflicts.filter(({ claims }) => claims.includes(a));
  expect(found).toMatchObject([{ checkCode: "two_figures", claims: [b, a] }]);
});

const link = async (part: Partial<Parameters<typeof linkClaims>[1]>, account = "officer") =>
  linkClaims(await world.grant("claim:register", account), {
    idempotencyKey: key(),
    programmeId: world.oefen,
    from: "",
    kind: "part_of",
    to: "",
    overlap: null,
    note: null,
    ...part,
  });
const withdraw = async (from: string, to: string, idempotencyKey = key()) =>
  withdrawClaimLink(await world.grant("claim:register", "officer"), {
    idempotencyKey,
    programmeId: world.oefen,
    from,
    kind: "part_of",
    to,
    reason: "Het stuk noemt een ander jaar.",
  });

it("parts that are linked to their total show that they are more; taken back, that has lapsed", async () => {
  const about = { grain: "programme", precision: "exact" } as const;
  const { code: whole } = await register({ ...about, amount: cents(10_00n), period: "2024" });
  const { code: one } = await register({ ...about, amount: cents(6_00n), period: "2024, deel a" });
  const { code: other } = await register({ ...about, amount: cents(7_00n), period: "2024, deel b" });
  const before = new Date();
  await link({ from: one, to: whole });
  const idempotencyKey = key();
  await link({ from: other, to: whole, idempotencyKey });
  await link({ from: other, to: whole, idempotencyKey });
  const now = await book();
  const found = now.conflicts.filter(({ claims }) => claims.includes(whole));
  expect(found).toMatchObject([{ checkCode: "parts_versus_total", claims: [whole, one, other] }]);
  const [conflict] = found;
  if (conflict === undefined) throw new Error("nothing found");
  expect(conflictState(now, conflict)).toBe("open");

  await expect(link({ from: other, to: whole })).rejects.toMatchObject({
    code: "blocked",
    reasons: [{ code: "claims.linking.twice" }],
  });
  await withdraw(other, whole);
  const after = await book();
  const later = after.conflicts.find(({ code }) => code === conflict.code);
  if (later === undefined) throw new Error("the register lost a conflict");
  expect(conflictState(after, later)).toBe("superseded");
  await expect(withdraw(other, whole)).rejects.toThrow(NotFound);
  await expect(link({ from: other, to: whole })).rejects.toMatchObject({
    reasons: [{ code: "claims.linking.withdrawn" }],
  });
  // Who looks back sees what was linked then, not what is linked now.
  const { rows } = await world.behind.query(
    "SELECT registered_at > $1 AS later FROM claim_link WHERE registered_at IS NOT NULL AND kind = 'part_of'",
    [before],
  );
  expect(rows).toEqual([{ later: true }, { later: true }]);
});

it("a link of the first figures stays; another programme's claims are not to be found", async () => {
  await expect(withdraw("OEF-1", "OEF-0")).rejects.toThrow(NotFound);
  await expect(link({ from: "folder-noot-1", to: "OEF-0" })).rejects.toThrow(NotFound);
  await expect(link({ from: "OEF-1", to: "OEF-4", programmeId: world.nplv })).rejects.toThrow(NotFound);
  await expect(link({ from: "OEF-1", to: "folder-noot-1", kind: "overlaps" })).rejects.toMatchObject({
    reasons: [{ code: "claims.linking.unknown" }],
  });
});

it("an overlap keeps its amount to the cent", async () => {
  await link({ from: "OEF-1", to: "OEF-4", kind: "overlaps", overlap: cents(1_250_000_01n), note: "noot 4" });
  const { claims } = await book();
  expect(claims.links.find(({ kind }) => kind === "overlaps")).toMatchObject({
    from: "OEF-1",
    to: "OEF-4",
    overlap: 1_250_000_01n,
    registered: true,
  });
});

const pdf = (size = 2_000) => {
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode("%PDF-1.7\n"));
  return bytes;
};
const attach = async (bytes: Uint8Array<ArrayBuffer>, fileName = "brief.pdf") =>
  attachDocument(await world.grant("claim:register", "officer"), {
    programmeId: world.oefen,
    claim: "OEF-1",
    fileName,
    bytes,
  });

it("keeps a document once, byte for byte, for who may read it", async () => {
  expect(await attach(pdf())).toBeNull();
  expect(await attach(pdf(), "nog een keer.pdf")).toBeNull();
  const documents = await claimDocuments(await world.grant("claims:read", "auditor"), world.oefen, "OEF-1");
  expect(documents).toMatchObject([{ fileName: "brief.pdf", byteSize: 2_000 }]);
  const grant = await world.grant("export:read", "auditor");
  const { content, mediaType } = await documentContent(grant, world.oefen, "OEF-1", documents[0]?.id ?? "");
  expect(mediaType).toBe("application/pdf");
  expect(Buffer.from(content).equals(pdf())).toBe(true);
});

it("row-level security leaves the public and a municipality without it", async () => {
  expect(await claimDocuments(await world.grant("claims:read"), world.oefen, "OEF-1")).toEqual([]);
  const coordinator = await world.grant("claims:read", "coordinator");
  expect(await claimDocuments(coordinator, world.oefen, "OEF-1")).toEqual([]);
});

it("25 MB is kept and one byte more is not; what a file is follows from its content", async () => {
  expect(await attach(pdf(DOCUMENT_BYTES))).toBeNull();
  expect(await attach(pdf(DOCUMENT_BYTES + 1))).toBe("too_large");
  expect(await attach(new TextEncoder().encode("<html><script>"), "brief.pdf")).toBe("wrong_type");
  expect(await attach(new Uint8Array())).toBe("empty");
  await expect(
    world.behind.query(
      `INSERT INTO source_document (source_id, file_name, media_type, byte_size, sha256, content, attached_by)
       SELECT source_id, 'x', media_type, 26214401, encode(sha256(z), 'hex'), z, attached_by
         FROM source_document, (SELECT decode(repeat('00', 26214401), 'hex') AS z) AS zeros LIMIT 1`,
    ),
  ).rejects.toThrow(/source_document_whole/);
});

it.each(["claim", "claim_link", "source_document"])("the database keeps %s as it was", async (table) => {
  await expect(world.behind.query(`DELETE FROM ${table}`)).rejects.toThrow(/append_only/);
});
