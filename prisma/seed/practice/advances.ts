import { approveLines } from "@/lib/commands/proposals/decide-lines";
import { lockWholeBatch } from "@/lib/db/proposals/decided-lines";
import { writeBatch } from "@/lib/db/proposals/write-batch";
import type { Tx } from "@/lib/db/transaction";
import { cents } from "@/lib/domain/money";
import { approverOf, officerOf } from "./allocations";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";
import { PRACTICE } from "./structure-data";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
  /** How many proposals have a number already. */
  readonly numbered: number;
}

/** A first advance of 40 % on the allocations of two tranches, and a payment file that waits to be matched. */
export async function loadAdvances(world: World): Promise<void> {
  const { tx, structure, people } = world;
  let numbered = world.numbered;
  for (const [index, [stream, tranche, on]] of [
    ["OW", "2", "2026-03-16"],
    ["OWO", "1", "2025-02-17"],
  ].entries()) {
    if (stream === undefined || tranche === undefined || on === undefined) continue;
    const trancheId = idOf(structure.tranches, `${stream}/${tranche}`);
    const rows = await tx.$queryRaw<
      { id: string; themeId: string; areaId: string; municipalityId: string; awarded: bigint }[]
    >`
      SELECT al.id::text AS id, al.theme_id::text AS "themeId", al.area_id::text AS "areaId",
             al.municipality_id::text AS "municipalityId", sum(b.balance_cents)::bigint AS awarded
        FROM allocation al JOIN account a ON a.kind = 'allocated' AND a.tranche_id = al.tranche_id AND a.theme_id = al.theme_id
         AND a.area_id = al.area_id JOIN account_balance b ON b.account_id = a.id
       WHERE al.tranche_id = ${trancheId}::uuid GROUP BY al.id HAVING sum(b.balance_cents) > 0 ORDER BY al.number`;
    const lines = rows.map(({ awarded, id, ...place }, position) => {
      const amount = cents((awarded * 40n) / 100n);
      const number = `${PRACTICE.numberPrefix}-2026-${String(numbered + position + 1).padStart(4, "0")}`;
      return {
        ...place,
        kind: "advance" as const,
        number,
        streamId: idOf(structure.streams, stream),
        trancheId,
        allocationId: id,
        decisionNumber: `BET-${on.slice(0, 4)}-${String(position + 1).padStart(3, "0")}`,
        decisionOn: on,
        decisionCents: amount,
        effectiveOn: on,
        legalSource: null,
        reason: "Eerste voorschot van 40%.",
        years: [{ year: Number(on.slice(0, 4)), amount }],
      };
    });
    numbered += lines.length;
    const batchId = await writeBatch(tx, {
      programmeId: structure.programmeId,
      personId: officerOf(people, stream),
      number: `${PRACTICE.numberPrefix}-V-2026-00${index + 3}`,
      name: `Eerste voorschot ${on.slice(0, 4)}`,
      origin: "payment_file",
      together: false,
      source: { file: `betaalrun-${on}.xml` },
      status: "proposed",
      lines,
    });
    const waiting = await lockWholeBatch(tx, structure.programmeId, batchId);
    const verdicts = waiting.map((line) => ({ line, reason: null, onBehalfOf: null }));
    await approveLines(tx, structure.programmeId, approverOf(people, stream), verdicts);
  }
  await loadPaymentFile(world);
}

async function loadPaymentFile({ tx, structure, people }: World): Promise<void> {
  const [first] = await tx.allocation.findMany({
    where: { trancheId: idOf(structure.tranches, "OW/2") },
    include: { municipality: true },
    orderBy: { number: "asc" },
  });
  if (first === undefined) throw new Error("practice data: no allocation to pay on");
  const line = (number: number, reference: string, counterparty: string, text: string, amount: string) => ({
    line: number,
    direction: "advance",
    paidOn: "2026-11-16",
    amount,
    reference,
    counterparty,
    text,
  });
  await tx.paymentFile.create({
    data: {
      programmeId: structure.programmeId,
      ministryId: idOf(structure.organisations, "OEFMIN-A"),
      name: "betaalrun-2026-11-16.xml",
      format: "camt.053",
      sha256: "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
      createdBy: officerOf(people, "OW"),
      lines: [
        line(
          1,
          "OEF-BETAAL-1",
          `Gemeente ${first.municipality.preferredName}`,
          `Tweede voorschot ${first.decisionNumber}`,
          "2500000",
        ),
        line(
          2,
          "OEF-BETAAL-2",
          `Gemeente ${first.municipality.preferredName}`,
          "Voorschot november",
          "1250000",
        ),
        line(3, "OEF-BETAAL-3", "Drukkerij De Proef", "Factuur 2026-118", "48250"),
      ],
    },
  });
}
