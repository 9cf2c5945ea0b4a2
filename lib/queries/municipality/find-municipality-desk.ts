import "server-only";
import { countedResults, placeFigures } from "@/lib/db/municipality/area-figures";
import { readVisit } from "@/lib/db/municipality/last-looked";
import { listReportRows } from "@/lib/db/reports/list-report-rows";
import { recentChanges } from "@/lib/db/reports/recent-changes";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import {
  type AreaFigures,
  byArea,
  type CountedResult,
  type PlaceSums,
  sumsOf,
} from "@/lib/domain/municipality/area-figures";
import { MOST_CHANGES, type MunicipalityVisit, sinceVisit } from "@/lib/domain/municipality/since-visit";
import { NotFound } from "@/lib/domain/refusal";
import type { RecentChange } from "@/lib/domain/reports/municipality-work";
import type { ReportRow } from "@/lib/domain/reports/report-overview";
import type { ReportState } from "@/lib/domain/reports/report-status";

export interface MunicipalityDesk {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly AreaFigures[];
  readonly sums: PlaceSums;
  readonly results: readonly CountedResult[];
  /** Reports that are asked now. */
  readonly due: readonly ReportRow[];
  readonly changes: readonly RecentChange[];
  /** How many changes are new since the visit before. */
  readonly fresh: number;
  /** Null for who is not of this municipality: their looking is not kept. */
  readonly visit: MunicipalityVisit | null;
}

/** What the municipality itself has to do something for; the rest waits for the ministry. */
const ASKED: readonly ReportState[] = ["late", "due", "draft", "returned", "submitted"];

/**
 * One municipality, area by area, as far as this reader may see it: a municipality only itself.
 * @throws NotFound
 */
export const findMunicipalityDesk = (
  grant: Grant<"report:read">,
  programmeId: string,
  code: string,
  today: string,
): Promise<MunicipalityDesk> =>
  inContext(grant.actor, async (tx) => {
    const { actor } = grant;
    const found = code.includes("\u0000")
      ? null
      : await tx.organisation.findFirst({
          where: { code, kind: "municipality", participations: { some: { programmeId } } },
          select: { id: true, preferredName: true },
        });
    if (found === null) throw new NotFound(code);
    const { id, preferredName: name } = found;
    if (actor.scope === "municipality" && !actor.organisationIds.includes(id)) throw new NotFound(code);
    const { personId } = actor;
    // Before anything is read, so that what comes in meanwhile is new the next time.
    const visit =
      actor.scope === "municipality" && personId !== null
        ? await readVisit(tx, { personId, programmeId, municipalityId: id })
        : null;
    const newest = await recentChanges(tx, {
      programmeId,
      municipalities: [id],
      reader: personId,
      limit: MOST_CHANGES + 1,
    });
    const places = await placeFigures(tx, programmeId, id);
    const { rows } = await listReportRows(tx, {
      programmeId,
      today,
      filters: { municipality: code },
      open: true,
      limit: 50,
      offset: 0,
    });
    return {
      id,
      name,
      areas: byArea(places),
      sums: sumsOf(places),
      results: await countedResults(tx, programmeId, id),
      due: rows.filter(({ state }) => ASKED.includes(state)),
      ...sinceVisit(newest, visit?.since ?? null),
      visit,
    };
  });

/** The code of one's own municipality; null for who has none, or more than one. */
export const ownMunicipality = (grant: Grant<"report:read">): Promise<string | null> =>
  inContext(grant.actor, async (tx) => {
    const [only, ...more] = grant.actor.scope === "municipality" ? grant.actor.organisationIds : [];
    if (only === undefined || more.length > 0) return null;
    return (await tx.organisation.findUnique({ where: { id: only }, select: { code: true } }))?.code ?? null;
  });

/** The municipalities of a programme that this reader may look at, by name. */
export const listMunicipalities = (
  grant: Grant<"report:read">,
  programmeId: string,
): Promise<readonly { readonly code: string; readonly name: string }[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.organisation.findMany({
      where: {
        kind: "municipality",
        participations: { some: { programmeId } },
        ...(grant.actor.scope === "municipality" ? { id: { in: [...grant.actor.organisationIds] } } : {}),
      },
      select: { code: true, preferredName: true },
    });
    return rows
      .map(({ code, preferredName: name }) => ({ code, name }))
      .sort((a, b) => a.name.localeCompare(b.name, "nl"));
  });
