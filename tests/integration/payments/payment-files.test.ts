import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterPayments, takePaymentFile } from "@/lib/commands/payments/payment-files";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { type PaymentColumns, RefusedPaymentFile } from "@/lib/domain/payments/payment-line";
import { NotFound } from "@/lib/domain/refusal";
import { findPaymentFile, paymentSources, USUAL_COLUMNS } from "@/lib/queries/payments/payment-files";
import { type Desk, openDesk, outcome, reasons } from "../support/desk";

let desk: Desk;
let number: string;
beforeAll(async () => {
  desk = await openDesk("bestand");
  ({ number } = await desk.one("SELECT number FROM allocation WHERE id = $1", [desk.allocationId]));
});
afterAll(() => desk.close());

const grant = (actor: Actor = desk.author) => issueGrant("allocation:propose", actor);
const elsewhere = (): Actor => ({ ...desk.author, organisationIds: [desk.fixture.otherMinistryId] });
const take = (text: string, source: string | null, columns: PaymentColumns = USUAL_COLUMNS, actor?: Actor) =>
  takePaymentFile(grant(actor), desk.programme.id, {
    name: "betalingen.csv",
    bytes: new TextEncoder().encode(text),
    columns,
    source,
  });
const faultsOf = async (work: Promise<string | RefusedPaymentFile>) => {
  const taken = await work;
  return taken instanceof RefusedPaymentFile ? taken.faults.map(({ problem }) => problem) : [];
};
const kept = async () =>
  desk.one(
    "SELECT (SELECT count(*)::int FROM payment_file) AS files, (SELECT count(*)::int FROM payment_mapping) AS mappings",
    [],
  );
const HEAD = "Datum;Bedrag;Kenmerk;Begunstigde;Omschrijving\n";

describe("a csv of payments", () => {
  it("that cannot be used says everything that is wrong, and leaves nothing behind", async () => {
    expect(await faultsOf(take(`${HEAD}gisteren;veel;;a;b\n1-2-2026;0;R-1;a;b`, "Bank"))).toEqual([
      "amount",
      "date",
      "missing",
      "amount",
    ]);
    expect(await faultsOf(take(`${HEAD}1-2-2026;1,00;R-1;a;b`, null))).toEqual(["source"]);
    expect(await kept()).toEqual({ files: 0, mappings: 0 });
  });

  it("has columns of its own for each source, the last used first; another ministry has its own", async () => {
    const bank = { ...USUAL_COLUMNS, paidOn: "Boekdatum", amount: "Som" };
    await take(`${HEAD}1-2-2026;1,00;R-1;a;b`, "Betaalsysteem");
    await take("Boekdatum;Som;Kenmerk\n1-2-2026;2,00;R-2", "Bank", bank);
    expect(await paymentSources(grant())).toEqual([
      { name: "Bank", columns: bank },
      { name: "Betaalsysteem", columns: USUAL_COLUMNS },
    ]);
    expect(await paymentSources(grant(elsewhere()))).toEqual([]);
    await take(`${HEAD}1-2-2026;3,00;R-3;a;b`, "Betaalsysteem");
    expect((await paymentSources(grant())).map(({ name }) => name)).toEqual(["Betaalsysteem", "Bank"]);
    expect((await kept()).mappings).toBe(2);
  });
});

describe("payments of a file", () => {
  const read = async (amount: string, reference: string) => {
    const id = await take(`${HEAD}2-2-2026;${amount};${reference};a;Voorschot ${number}`, "Bank");
    if (typeof id !== "string") throw id;
    return id;
  };
  const enter = (fileId: string, key = randomUUID()) =>
    enterPayments(grant(), desk.programme, {
      idempotencyKey: key,
      fileId,
      chosen: [{ line: 1, allocationId: desk.allocationId }],
      name: "Betaalbestand",
    });

  it("are recognised by the number of the allocation, and proposed once", async () => {
    const id = await read("4,00", "F-1");
    expect(await read("4,00", "F-1")).toBe(id);
    const { matches } = await findPaymentFile(grant(), desk.programme.id, id);
    expect(matches).toMatchObject([
      { verdict: "matched", best: desk.allocationId, candidates: [{ reasons: ["allocation_number"] }] },
    ]);
    await expect(findPaymentFile(grant(elsewhere()), desk.programme.id, id)).rejects.toBeInstanceOf(NotFound);
    const key = randomUUID();
    const batches = await Promise.all([enter(id, key), enter(id, key)]);
    expect(new Set(batches).size).toBe(1);
    expect(await outcome(enter(id))).toBe("not_open");
    const rows = await desk.superuser.query(
      "SELECT kind::text, decision_number, decision_cents::text AS cents FROM proposal WHERE batch_id = $1",
      [batches[0]],
    );
    expect(rows.rows).toEqual([{ kind: "advance", decision_number: "F-1", cents: "400" }]);
  });

  it("never go above the award, with what is under way, and not twice under one reference", async () => {
    expect(await reasons(enter(await read("6,01", "F-2")))).toEqual(["proposals.reasons.above_award"]);
    expect(await reasons(enter(await read("4,00", " F-1 ")))).toContain("proposals.reasons.paid_before");
  });
});
