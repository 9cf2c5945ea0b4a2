import { append } from "@/lib/db/journal";
import type { Tx } from "@/lib/db/transaction";
import { spendEntry } from "@/lib/domain/ledger/facts";
import { cents } from "@/lib/domain/money";
import { officerOf } from "./allocations";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
}

const MUNICIPALITY = "OEF02";
/** What turned out to belong to the next year. */
const MOVED = 12_500_00n;

/** Balances of one municipality: two that agree, one that waits, and one that a later correction broke. */
export async function loadBalances(world: World): Promise<void> {
  const { tx, structure, people } = world;
  const municipalityId = idOf(structure.organisations, MUNICIPALITY);
  const createdBy = idOf(people, "coordinator.oefendam");
  const state = async (
    window: string,
    off: bigint,
    replaces: { readonly id: string; readonly reason: string } | null = null,
  ) => {
    const windowId = idOf(structure.windows, window);
    const { endsOn, trancheId } = await tx.reportingWindow.findUniqueOrThrow({ where: { id: windowId } });
    const row = await tx.ownBalance.create({
      data: {
        programmeId: structure.programmeId,
        municipalityId,
        windowId,
        trancheId,
        onDate: endsOn,
        statedCents: (await acceptedUpTo(tx, { municipalityId, trancheId, endsOn })) + off,
        accountReference: "Rekening 443100 tot en met 443199, kostenplaats 7200",
        // The database writes down what the journal says.
        checkedSeq: 0n,
        checkedCents: 0n,
        replacesId: replaces?.id ?? null,
        reason: replaces?.reason ?? null,
        createdBy,
      },
      select: { id: true },
    });
    return row.id;
  };
  const first = await state("OW-1-2023", 1_800_00n);
  await state("OW-1-2023", 0n, { id: first, reason: "Een memoriaalboeking stond nog op 2024." });
  await state("OW-1-2024", 0n);
  await state("OW-1-2025", 0n);
  await state("OW-2-2026-2", 240_000_00n);
  await moveToNextYear(world, municipalityId);
}

async function acceptedUpTo(
  tx: Tx,
  { municipalityId, trancheId, endsOn }: { municipalityId: string; trancheId: string; endsOn: Date },
): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ total: bigint }[]>`
    SELECT coalesce(sum(p.amount_cents), 0)::bigint AS total
      FROM account a JOIN posting p ON p.programme_id = a.programme_id AND p.account_id = a.id
      JOIN entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq
     WHERE a.kind = 'spent' AND a.tranche_id = ${trancheId}::uuid AND a.municipality_id = ${municipalityId}::uuid
       AND e.effective_on <= ${endsOn}`;
  return row?.total ?? 0n;
}

/** The same total, a year later: the end of 2025 still agrees, the end of 2024 does no more. */
async function moveToNextYear({ tx, structure, people }: World, municipalityId: string): Promise<void> {
  const reportOf = (window: string) =>
    tx.report.findFirstOrThrow({
      where: { municipalityId, windowId: idOf(structure.windows, window) },
      include: { window: true },
    });
  const [then, later] = [await reportOf("OW-1-2024"), await reportOf("OW-1-2025")];
  const themeId = idOf(structure.themes, "OW/armoede");
  const areaId = idOf(structure.areas, "oefendam-oost");
  const spent = await tx.$queryRaw<{ seq: bigint }[]>`
    SELECT e.seq FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
     WHERE e.report_id = ${then.id}::uuid AND a.kind = 'spent' AND a.theme_id = ${themeId}::uuid AND a.area_id = ${areaId}::uuid`;
  const about = {
    kind: "spend_corrected",
    streamId: then.window.streamId,
    trancheId: then.window.trancheId,
    themeId,
    areaId,
    municipalityId,
    reportId: later.id,
  } as const;
  const reason = "Factuur van december 2024, die in het eigen grootboek in 2025 staat.";
  const taken = spendEntry({
    ...about,
    year: 2024,
    effectiveOn: "2024-12-31",
    reason,
    amount: cents(-MOVED),
  });
  const added = spendEntry({ ...about, year: 2025, effectiveOn: "2025-12-31", reason, amount: cents(MOVED) });
  const [first] = spent;
  await append(tx, structure.programmeId, officerOf(people, "OW"), [
    first === undefined ? taken : { ...taken, correctsSeq: first.seq },
    added,
  ]);
}
