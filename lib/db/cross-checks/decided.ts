import type { Decided, ProgrammeWaiver } from "@/lib/domain/cross-checks/weigh";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { isReportRule } from "@/lib/domain/rules/report-rules";
import { isoDate } from "../dates";
import { readStages } from "../rules/standing";
import type { Tx } from "../transaction";

/** The stages and waivers that two people had agreed on by the known-at instant. */
export async function readDecided(tx: Tx, programmeId: string, { knownAt }: AsOf): Promise<Decided> {
  const rows = await tx.$queryRaw<
    (Omit<ProgrammeWaiver, "code" | "expiresOn"> & { code: string; expiresOn: Date })[]
  >`
    SELECT w.id::text, w.rule_code AS code, w.area_id::text AS "areaId", w.expires_on AS "expiresOn",
      w.stream_id::text AS "streamId", w.municipality_id::text AS "municipalityId"
      FROM rule_waiver w JOIN rule_waiver_decision d ON d.waiver_id = w.id AND d.granted
     WHERE w.programme_id = ${programmeId}::uuid AND d.decided_at <= ${knownAt}::timestamptz`;
  return {
    stages: await readStages(tx, programmeId, knownAt),
    waivers: rows.flatMap(({ code, expiresOn, ...row }) =>
      isReportRule(code) ? [{ ...row, code, expiresOn: isoDate(expiresOn) }] : [],
    ),
  };
}
