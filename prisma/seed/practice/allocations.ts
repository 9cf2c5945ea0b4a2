import { dateOf } from "@/lib/db/dates";
import { contentHash } from "@/lib/db/hash";
import { append } from "@/lib/db/journal";
import type { Tx } from "@/lib/db/transaction";
import { allocationEntry, ceilingEntry, type YearAmount } from "@/lib/domain/ledger/facts";
import { cents, sum } from "@/lib/domain/money";
import { proposalContent } from "@/lib/domain/proposals/proposal-content";
import type { People } from "./people";
import { type PlannedAllocation, planAllocations } from "./plan";
import type { SeededRandom } from "./random";
import { idOf, type Structure } from "./structure";
import { CEILINGS, PRACTICE, STREAMS } from "./structure-data";

export interface MadeAllocation extends PlannedAllocation {
  readonly id: string;
  readonly number: string;
}

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
  readonly claims: ReadonlyMap<string, string>;
}

let serial = 0;
const nextNumber = (year: number) => `${PRACTICE.numberPrefix}-${year}-${String(++serial).padStart(4, "0")}`;
const ministryB = (stream: string) => STREAMS.find(({ code }) => code === stream)?.owner === "OEFMIN-B";
export const officerOf = (people: People, stream: string) =>
  idOf(people, ministryB(stream) ? "officer.b" : "officer");
export const approverOf = (people: People, stream: string) =>
  idOf(people, ministryB(stream) ? "approver.b" : "officer2");

interface Draft {
  readonly kind: "ceiling" | "allocation" | "revision" | "withdrawal";
  readonly status: "draft" | "proposed" | "returned" | "approved" | "cancelled";
  readonly stream: string;
  readonly tranche: string;
  readonly theme?: string;
  readonly area?: string;
  readonly municipality?: string;
  readonly allocationId?: string;
  readonly claimId?: string;
  readonly on: string;
  readonly years: readonly YearAmount[];
  readonly reason: string;
  readonly returnReason?: string;
}

/** Enters a proposal and lets the other person decide it, as the screens do; gives the proposal's id and number. */
async function propose({ tx, structure, people }: World, draft: Draft) {
  const number = nextNumber(Number(draft.on.slice(0, 4)));
  const row = {
    kind: draft.kind,
    number,
    streamId: idOf(structure.streams, draft.stream),
    trancheId: idOf(structure.tranches, `${draft.stream}/${draft.tranche}`),
    themeId: draft.theme ? idOf(structure.themes, `${draft.stream}/${draft.theme}`) : null,
    municipalityId: draft.municipality ? idOf(structure.organisations, draft.municipality) : null,
    areaId: draft.area ? idOf(structure.areas, draft.area) : null,
    allocationId: draft.allocationId ?? null,
    claimId: draft.claimId ?? null,
    decisionNumber: draft.kind === "ceiling" ? null : `${number}-B`,
    decisionOn: draft.kind === "ceiling" ? null : draft.on,
    decisionCents: draft.kind === "ceiling" ? null : sum(draft.years.map(({ amount }) => amount)),
    effectiveOn: draft.on,
    legalSource: STREAMS.find(({ code }) => code === draft.stream)?.legalReference ?? null,
    reason: draft.reason,
  };
  const hash = contentHash(proposalContent({ ...row, lines: draft.years }));
  const decided = draft.status === "approved" || draft.status === "returned";
  const made = await tx.proposal.create({
    data: {
      ...row,
      programmeId: structure.programmeId,
      decisionOn: row.decisionOn && dateOf(row.decisionOn),
      effectiveOn: dateOf(row.effectiveOn),
      status: decided ? "proposed" : draft.status === "cancelled" ? "draft" : draft.status,
      contentHash: hash,
      createdBy: officerOf(people, draft.stream),
      lines: { create: draft.years.map(({ year, amount }) => ({ year, amountCents: amount })) },
    },
  });
  if (decided) {
    await tx.approval.create({
      data: {
        proposalId: made.id,
        version: 1,
        contentHash: hash,
        shown: JSON.parse(
          JSON.stringify(proposalContent({ ...row, lines: draft.years }), (_, v) =>
            typeof v === "bigint" ? v.toString() : v,
          ),
        ),
        outcome: draft.status === "approved" ? "approved" : "returned",
        reason: draft.returnReason,
        personId: approverOf(people, draft.stream),
      },
    });
  }
  await tx.proposal.update({ where: { id: made.id }, data: { status: draft.status } });
  return { id: made.id, number, row };
}

async function postCeilings(world: World): Promise<void> {
  const { tx, structure, people, claims } = world;
  for (const { stream, tranche, years } of CEILINGS) {
    const amounts = Object.entries(years).map(([year, amount]) => ({
      year: Number(year),
      amount: cents(amount),
    }));
    const on = `${amounts[0]?.year}-01-05`;
    const reason = "Plafond volgens de oefenbrief, verdeeld over de jaren van de tranche.";
    const { id, row } = await propose(world, {
      kind: "ceiling",
      status: "approved",
      stream,
      tranche,
      on,
      years: amounts,
      reason,
      claimId: claims.get(stream),
    });
    await append(tx, structure.programmeId, approverOf(people, stream), [
      ceilingEntry({
        kind: "ceiling_set",
        streamId: row.streamId,
        trancheId: row.trancheId,
        proposalId: id,
        effectiveOn: on,
        reason,
        legalSource: row.legalSource ?? undefined,
        years: amounts,
      }),
    ]);
  }
}

/** Posts ceilings and allocations through approved proposals and leaves some proposals in every other state. */
export async function loadAllocations(world: World, random: SeededRandom): Promise<MadeAllocation[]> {
  const { tx, structure, people } = world;
  serial = 0;
  await postCeilings(world);
  const made: MadeAllocation[] = [];
  for (const plan of planAllocations(random)) {
    const years = plan.years.map(({ year, amount }) => ({ year, amount: cents(amount) }));
    const on = `${years[0]?.year}-02-${String(3 + Number(random.below(24n))).padStart(2, "0")}`;
    const reason = "Toekenning volgens de aanvraag van de gemeente (oefengegevens).";
    const { id, number, row } = await propose(world, {
      ...plan,
      kind: "allocation",
      status: "approved",
      on,
      years,
      reason,
    });
    const allocation = await tx.allocation.create({
      data: {
        programmeId: structure.programmeId,
        number,
        streamId: row.streamId,
        trancheId: row.trancheId,
        themeId: row.themeId ?? "",
        municipalityId: row.municipalityId ?? "",
        areaId: row.areaId ?? "",
        decisionNumber: row.decisionNumber ?? "",
        decisionOn: dateOf(on),
      },
    });
    await tx.proposal.update({ where: { id }, data: { allocationId: allocation.id } });
    await append(tx, structure.programmeId, approverOf(people, plan.stream), [
      allocationEntry({
        kind: "allocated",
        allocationId: allocation.id,
        proposalId: id,
        streamId: row.streamId,
        trancheId: row.trancheId,
        themeId: row.themeId ?? "",
        municipalityId: row.municipalityId ?? "",
        areaId: row.areaId ?? "",
        effectiveOn: on,
        reason,
        decisionNumber: row.decisionNumber ?? undefined,
        decisionOn: on,
        legalSource: row.legalSource ?? undefined,
        years,
      }),
    ]);
    made.push({ ...plan, id: allocation.id, number });
  }
  await changeSome(world, made);
  await leaveOpen(world);
  return made;
}

/** A revision of one year and the withdrawal of one allocation, each as a new entry that points at the old one. */
async function changeSome(world: World, made: readonly MadeAllocation[]): Promise<void> {
  const { tx, structure, people } = world;
  const find = (stream: string, tranche: string, area: string, theme: string) =>
    made.find(
      (one) => one.stream === stream && one.tranche === tranche && one.area === area && one.theme === theme,
    );
  const revised = find("OW", "1", "voorbeeldstad-noord", "school");
  const withdrawn = find("OWO", "1", "modelveen-west", "isolatie");
  if (!revised || !withdrawn) throw new Error("practice data: allocation to change not found");
  const changes = [
    {
      allocation: revised,
      kind: "revision",
      entry: "revised",
      on: "2024-10-01",
      reason: "Startdatum van de school is een kwartaal later.",
      years: [{ year: 2024, amount: cents(-55_000_00n) }],
    },
    {
      allocation: withdrawn,
      kind: "withdrawal",
      entry: "withdrawn",
      on: "2024-06-03",
      reason: "De gemeente heeft het project ingetrokken.",
      years: withdrawn.years.map(({ year, amount }) => ({ year, amount: cents(-amount) })),
    },
  ] as const;
  for (const { allocation, kind, entry, on, reason, years } of changes) {
    const { id, row } = await propose(world, {
      ...allocation,
      kind,
      status: "approved",
      allocationId: allocation.id,
      on,
      years,
      reason,
    });
    const first = await tx.entry.findFirstOrThrow({
      where: { allocationId: allocation.id },
      orderBy: { seq: "asc" },
    });
    await append(tx, structure.programmeId, approverOf(people, allocation.stream), [
      allocationEntry({
        kind: entry,
        allocationId: allocation.id,
        proposalId: id,
        streamId: row.streamId,
        trancheId: row.trancheId,
        themeId: row.themeId ?? "",
        municipalityId: row.municipalityId ?? "",
        areaId: row.areaId ?? "",
        effectiveOn: on,
        reason,
        decisionNumber: row.decisionNumber ?? undefined,
        decisionOn: on,
        legalSource: row.legalSource ?? undefined,
        correctsSeq: first.seq,
        years,
      }),
    ]);
  }
}

async function leaveOpen(world: World): Promise<void> {
  const base = { kind: "ceiling", stream: "OJ", tranche: "1", on: "2026-11-02" } as const;
  const extra = (amount: bigint) => [{ year: 2026, amount: cents(amount) }];
  await propose(world, {
    ...base,
    status: "proposed",
    years: extra(150_000_00n),
    reason: "Ophoging na de oefennota van najaar 2026.",
  });
  await propose(world, {
    ...base,
    stream: "OW",
    tranche: "2",
    status: "returned",
    years: extra(75_000_00n),
    reason: "Ophoging tranche 2.",
    returnReason: "De bron van deze ophoging ontbreekt. Noem de brief en de bladzijde.",
  });
  await propose(world, {
    ...base,
    stream: "OW",
    tranche: "2",
    status: "draft",
    years: extra(20_000_00n),
    reason: "Nog uit te zoeken.",
  });
  await propose(world, {
    ...base,
    stream: "OWO",
    status: "proposed",
    years: extra(250_000_00n),
    reason: "Ophoging voor late aanvragen.",
  });
  await propose(world, {
    ...base,
    stream: "OWO",
    status: "cancelled",
    years: extra(10_000_00n),
    reason: "Dubbel ingevoerd.",
  });
}
