import "server-only";
import { isoDate } from "@/lib/db/dates";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { isReportRule } from "@/lib/domain/rules/report-rules";
import type { RuleBook, StageRow, WaiverRow } from "@/lib/domain/rules/rule-book";

type Row<T> = Omit<T, "code" | "own" | "from" | "expiresOn"> & {
  readonly code: string;
  readonly byMe: string | null;
  readonly day: Date;
};

/**
 * Stages and waivers of a programme as this reader may see them: the public what holds, others also what waits. As known at an
 * instant: what was decided later waits in it, what was proposed later is not there.
 */
export const findRuleBook = (
  grant: Grant<"claims:read">,
  programmeId: string,
  knownAt = "infinity",
): Promise<RuleBook> =>
  inContext(grant.actor, async (tx) => {
    const me = grant.actor.personId;
    const stages = await tx.$queryRaw<Row<StageRow>[]>`
      SELECT s.id::text, s.rule_code AS code, s.stage::text,
             greatest(s.valid_from, (d.decided_at AT TIME ZONE 'Europe/Amsterdam')::date) AS day, s.reason, d.agreed,
             d.reason AS refusal, p.name AS proposer, q.name AS decider, s.proposed_by::text AS "byMe"
        FROM rule_stage s LEFT JOIN rule_stage_decision d ON d.stage_id = s.id AND d.decided_at <= ${knownAt}::timestamptz
        LEFT JOIN person p ON p.id = s.proposed_by LEFT JOIN person q ON q.id = d.decided_by
       WHERE s.programme_id = ${programmeId}::uuid AND s.proposed_at <= ${knownAt}::timestamptz
       ORDER BY day, d.decided_at, s.id`;
    const waivers = await tx.$queryRaw<Row<WaiverRow>[]>`
      SELECT w.id::text, w.rule_code AS code, s.short_name AS stream, m.preferred_name AS municipality, a.name AS area,
             w.reason, w.expires_on AS day, d.granted, d.reason AS refusal, p.name AS requester, q.name AS decider,
             w.requested_by::text AS "byMe", security.owns_stream(w.stream_id) AS mine
        FROM rule_waiver w LEFT JOIN rule_waiver_decision d ON d.waiver_id = w.id AND d.decided_at <= ${knownAt}::timestamptz
        JOIN stream s ON s.id = w.stream_id JOIN organisation m ON m.id = w.municipality_id
        LEFT JOIN area a ON a.id = w.area_id
        LEFT JOIN person p ON p.id = w.requested_by LEFT JOIN person q ON q.id = d.decided_by
       WHERE w.programme_id = ${programmeId}::uuid AND w.requested_at <= ${knownAt}::timestamptz
       ORDER BY w.expires_on DESC, w.id`;
    return {
      stages: stages.flatMap(({ code, byMe, day, ...row }) =>
        isReportRule(code) ? [{ ...row, code, from: isoDate(day), own: byMe === me }] : [],
      ),
      waivers: waivers.flatMap(({ code, byMe, day, ...row }) =>
        isReportRule(code) ? [{ ...row, code, expiresOn: isoDate(day), own: byMe === me }] : [],
      ),
    };
  });

export interface WaiverOptions {
  readonly streams: readonly { readonly id: string; readonly name: string }[];
  readonly municipalities: readonly { readonly id: string; readonly name: string }[];
  readonly areas: readonly { readonly id: string; readonly name: string; readonly municipality: string }[];
}

/** For which streams, municipalities and areas this person may ask for a waiver. */
export const waiverOptions = (
  grant: Grant<"rule:manage"> | Grant<"report:fill">,
  programmeId: string,
): Promise<WaiverOptions> =>
  inContext(grant.actor, async (tx) => {
    const { actor } = grant;
    const mine = [...actor.organisationIds];
    const owned = {
      ministries: { some: { role: "owner" as const, validTo: null, ministryId: { in: mine } } },
    };
    const streams = await tx.stream.findMany({
      where: { programmeId, ...(actor.scope === "ministry" ? owned : {}) },
      orderBy: { position: "asc" },
    });
    const areas = await tx.area.findMany({
      where: { programmeId, ...(actor.scope === "ministry" ? {} : { municipalityId: { in: mine } }) },
      include: { municipality: true },
      orderBy: [{ municipality: { preferredName: "asc" } }, { name: "asc" }],
    });
    const municipalities = new Map(
      areas.map(({ municipality: { id, preferredName } }) => [id, preferredName]),
    );
    return {
      streams: streams.map(({ id, shortName }) => ({ id, name: shortName })),
      municipalities: [...municipalities].map(([id, name]) => ({ id, name })),
      areas: areas.map(({ id, name, municipality }) => ({
        id,
        name,
        municipality: municipality.preferredName,
      })),
    };
  });
