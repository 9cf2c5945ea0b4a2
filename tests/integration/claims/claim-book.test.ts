import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ClaimBook, checkOf } from "@/lib/domain/claims/claim-book";
import { landed } from "@/lib/domain/claims/landed";
import { headlineOfBook, lanesOf } from "@/lib/domain/overview/headline";
import { NotFound } from "@/lib/domain/refusal";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { mayDecideConflicts } from "@/lib/queries/claims/may-decide";
import { findStanding } from "@/lib/queries/overview/find-standing";
import { findProgramme, listProgrammes } from "@/lib/queries/programmes/find-programme";
import { findStream } from "@/lib/queries/streams/find-stream";
import { openPublishedWorld, type PublishedWorld } from "./published-world";

let world: PublishedWorld;
let book: ClaimBook;
beforeAll(async () => {
  world = await openPublishedWorld();
  book = await findClaimBook(await world.grant("claims:read"), world.nplv);
});
afterAll(() => world.close());

describe("what the public reads of the programme", () => {
  it("is everything published: areas with codes and names, streams, sources and claims", () => {
    expect(book.areas).toHaveLength(20);
    expect(book.municipalities).toHaveLength(19);
    expect(book.territory.filter(({ areas }) => areas.length > 1).map(({ code }) => code)).toEqual([
      "GM0363",
    ]);
    expect(book.areas.find(({ code }) => code === "nplv-heerlen-noord")).toMatchObject({
      municipality: "GM0917",
      aliases: expect.arrayContaining(["Heerlen-Noord"]),
    });
    expect(book.ministries.filter(({ inLeaflet }) => inLeaflet)).toHaveLength(5);
    expect(book.claims.all.length).toBeGreaterThan(90);
    const sources = new Set(book.sources.map(({ code }) => code));
    expect(book.claims.all.filter(({ source }) => !sources.has(source))).toEqual([]);
  });

  it("every figure survives the database to the cent, and what was not published is not zero", () => {
    expect(book.claims.need("folder-inleiding")).toMatchObject({
      amount: 1_100_000_000_00n,
      band: { low: 1_050_000_000_00n, high: 1_150_000_000_00n },
      precision: "circa",
      status: "reserved",
    });
    expect(book.claims.need("folder-noot-6").amount).toBeNull();
    expect(book.claims.all.filter(({ amount }) => amount === 0n)).toEqual([]);
    const where = landed(book.claims, book.territory);
    expect([where.inAreas, where.outsideTotal]).toEqual([172_688_465_22n, 9_859_849_65n]);
  });

  it("every conflict and finding is computed from what is in the tables", () => {
    expect(book.conflicts).toHaveLength(28);
    for (const conflict of book.conflicts) expect(checkOf(book, conflict), conflict.code).not.toBeNull();
    const headline = headlineOfBook(book);
    expect(headline && lanesOf(book, headline).map(({ figures }) => figures.length)).toEqual([
      1, 1, 1, 1, 1, 0, 2, 1,
    ]);
  });

  it("targets are counts with their source: homes, sites, areas with schools, alliances", () => {
    const target = (code: string) => book.indicators.find((one) => one.code === code)?.target;
    expect(target("woningbouwimpuls-woningen")).toBe(24_463n);
    expect(target("woningbouwimpuls-locaties")).toBe(14n);
    expect(target("isolatie-woningen")).toBe(30_000n);
    expect(target("herstructurering-woningen")).toBe(25_000n);
    expect(target("school-en-omgeving-gebieden")).toBe(17n);
    expect(target("school-en-omgeving-allianties")).toBe(32n);
    expect(book.indicators.every(({ source }) => source !== null)).toBe(true);
  });

  it("a stream comes with its texts, tranches, themes and who owned it when", async () => {
    const stream = await findStream(await world.grant("claims:read"), world.nplv, "S4");
    expect(stream).toMatchObject({ earmark: "priority", vatBasis: expect.any(String) });
    expect(stream.tranches).toHaveLength(4);
    expect(stream.ministries.map(({ name }) => name)).toEqual(["BZK", "VRO"]);
    await expect(findStream(await world.grant("claims:read"), world.nplv, "S99")).rejects.toThrow(NotFound);
  });

  it("the practice programme does not exist for the public, and does for who is signed in", async () => {
    const visitor = await world.grant("claims:read");
    await expect(findProgramme(visitor, "oefen")).rejects.toThrow(NotFound);
    expect((await listProgrammes(visitor)).map(({ code }) => code)).toEqual(["nplv"]);
    const officer = await world.grant("claims:read", "officer");
    expect((await listProgrammes(officer)).map(({ code }) => code)).toEqual(["nplv", "oefen"]);
  });
});

describe("what was allocated and spent", () => {
  const total = async (account: string, measure: "allocated" | "spent") => {
    const rows = await findStanding(await world.grant("allocation:read", account), world.oefen);
    return rows.reduce((sum, row) => sum + row[measure], 0n);
  };
  const behind = async (kind: string) => {
    const { rows } = await world.behind.query<{ total: string }>(
      `SELECT sum(balance_cents)::text AS total FROM account a JOIN account_balance b ON b.account_id = a.id
        WHERE a.programme_id = $1 AND a.kind = $2`,
      [world.oefen, kind],
    );
    return BigInt(rows[0]?.total ?? 0);
  };

  it("is for an officer and an auditor the balance of the ledger, to the cent", async () => {
    expect(await total("officer", "allocated")).toBe(await behind("allocated"));
    expect(await total("auditor", "spent")).toBe(await behind("spent"));
    expect(await total("auditor", "spent")).toBeGreaterThan(0n);
  });

  it("is for a municipality its own part and no other", async () => {
    const rows = await findStanding(await world.grant("allocation:read", "coordinator"), world.oefen);
    expect(new Set(rows.map(({ municipality }) => municipality))).toEqual(new Set(["OEF01"]));
    expect(await total("coordinator", "allocated")).toBeLessThan(await total("officer", "allocated"));
  });

  it("nothing is booked in the real programme", async () => {
    expect(await findStanding(await world.grant("allocation:read", "officer"), world.nplv)).toEqual([]);
  });
});

it("a ministry decides in the programmes it takes part in, and in no other", async () => {
  const officer = await world.grant("conflict:decide", "officer");
  expect(await mayDecideConflicts(officer, world.oefen)).toBe(true);
  expect(await mayDecideConflicts(officer, world.nplv)).toBe(false);
});
