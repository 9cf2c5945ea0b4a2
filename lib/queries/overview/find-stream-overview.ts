import "server-only";
import { isoDateOrNull } from "@/lib/db/dates";
import { streamFigures } from "@/lib/db/overview/stream-figures";
import { streamReports } from "@/lib/db/overview/stream-reports";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { StreamMeasure } from "@/lib/domain/overview/stream-figures";
import { type StreamOverview, streamOverview } from "@/lib/domain/overview/stream-overview";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { NotFound } from "@/lib/domain/refusal";

export interface StreamDesk {
  readonly stream: {
    readonly code: string;
    readonly name: string;
    readonly carryOver: string | null;
    readonly legalReference: string | null;
  };
  readonly tranches: readonly { readonly code: string; readonly name: string }[];
  readonly municipalities: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
  readonly trancheNames: ReadonlyMap<string, string>;
  readonly overview: StreamOverview;
}

export interface StreamQuestion {
  readonly programmeId: string;
  readonly stream: string;
  /** Code of one tranche; null for all. */
  readonly tranche: string | null;
  readonly measure: StreamMeasure;
  readonly asOf: AsOf;
}

/** The desk of one stream. @throws NotFound for a stream that is not there, or one without the tranche that is asked. */
export const findStreamOverview = (
  grant: Grant<"reconciliation:read">,
  { programmeId, stream: code, tranche, measure, asOf }: StreamQuestion,
): Promise<StreamDesk> =>
  inContext(grant.actor, async (tx) => {
    const row = await tx.stream.findUnique({
      where: { programmeId_code: { programmeId, code } },
      include: { tranches: { orderBy: { code: "asc" } } },
    });
    if (row === null) throw new NotFound("stream");
    const chosen = row.tranches.filter((one) => tranche === null || one.code === tranche);
    if (chosen.length === 0 && tranche !== null) throw new NotFound("tranche");
    const within = new Set(chosen.map(({ id }) => id));
    const figures = (await streamFigures(tx, programmeId, row.id, asOf)).filter((one) =>
      within.has(one.trancheId),
    );
    const reports = (await streamReports(tx, programmeId, row.id, asOf)).filter((one) =>
      within.has(one.trancheId),
    );
    const ids = new Set([...figures, ...reports].flatMap(({ municipalityId }) => municipalityId ?? []));
    const named = await tx.organisation.findMany({ where: { id: { in: [...ids] } } });
    const sorted = named.sort((a, b) => a.preferredName.localeCompare(b.preferredName, "nl"));
    return {
      stream: {
        code: row.code,
        name: row.shortName,
        carryOver: row.carryOverText,
        legalReference: row.legalReference,
      },
      tranches: row.tranches.map(({ code: trancheCode, name }) => ({ code: trancheCode, name })),
      trancheNames: new Map(row.tranches.map(({ id, name }) => [id, name])),
      municipalities: new Map(
        sorted.map(({ id, code: municipality, preferredName }) => [
          id,
          { code: municipality, name: preferredName },
        ]),
      ),
      overview: streamOverview(
        figures,
        reports,
        chosen.map(({ id, name, lastYear, closesOn }) => ({
          id,
          name,
          lastYear,
          closesOn: isoDateOrNull(closesOn),
        })),
        sorted.map(({ id }) => id),
        measure,
      ),
    };
  });

/** A stream by its code, with the codes of its tranches. @throws NotFound */
export const streamOfCode = (
  grant: Grant<"reconciliation:read">,
  programmeId: string,
  code: string,
): Promise<{
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly trancheCodes: string[];
}> =>
  inContext(grant.actor, async (tx) => {
    const row = await tx.stream.findUnique({
      where: { programmeId_code: { programmeId, code } },
      include: { tranches: true },
    });
    if (row === null) throw new NotFound("stream");
    return {
      id: row.id,
      code: row.code,
      name: row.shortName,
      trancheCodes: row.tranches.map((one) => one.code),
    };
  });
