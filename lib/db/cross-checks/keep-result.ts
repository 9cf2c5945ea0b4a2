import { compareRuns, type Since } from "@/lib/domain/cross-checks/compare-runs";
import { differenceOf } from "@/lib/domain/cross-checks/finding";
import type { RunFinding, RunResult } from "@/lib/domain/cross-checks/run";
import { canonicalJson } from "../hash";
import type { Tx } from "../transaction";

interface KeptOf {
  readonly id: string;
  readonly programmeId: string;
  readonly number: number;
  readonly validOn: string;
  readonly current: boolean;
}

export interface RunCounts {
  readonly checked: number;
  readonly found: number;
  readonly unjudged: number;
  readonly fresh: number;
  readonly gone: number;
}

const total = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Two workers with the same run: the second finds it done. */
async function holdRun(tx: Tx, { id, programmeId }: KeptOf): Promise<boolean> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`cross-check result ${programmeId}`}, 76))::text`;
  const [done] = await tx.$queryRaw<{ done: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM cross_check_result WHERE run_id = ${id}::uuid) AS done`;
  return done?.done !== true;
}

/** The run of the same kind before this one: of today as known then, or about the same date. */
async function previousOf(tx: Tx, { programmeId, number, current, validOn }: KeptOf): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id::text FROM cross_check_run r JOIN cross_check_result x ON x.run_id = r.id AND NOT x.failed
     WHERE r.programme_id = ${programmeId}::uuid AND r.number < ${number} AND r.current = ${current}
       AND (r.current OR r.valid_on = ${validOn}::date) ORDER BY r.number DESC LIMIT 1`;
  return found?.id ?? null;
}

/** Since which run each finding is there that the previous one knew. */
async function sinceOf(tx: Tx, previousId: string | null): Promise<Since> {
  const rows = await tx.$queryRaw<{ key: string; since: number }[]>`
    SELECT f.key, f.since_number AS since FROM cross_check_finding f WHERE f.run_id = ${previousId}::uuid
    UNION ALL SELECT k.key, k.value::int FROM cross_check_rule u CROSS JOIN jsonb_each_text(u.unlisted) k
     WHERE u.run_id = ${previousId}::uuid`;
  return new Map(rows.map(({ key, since }) => [key, since]));
}

/** Keeps what a run found, compared with the one before it. @returns the counts, or null when it was kept already */
export async function keepResult(tx: Tx, run: KeptOf, result: RunResult): Promise<RunCounts | null> {
  if (!(await holdRun(tx, run))) return null;
  const previousId = await previousOf(tx, run);
  const { outcomes } = result;
  const { listed, unlisted, since, fresh, gone } = compareRuns(
    await sinceOf(tx, previousId),
    result,
    run.number,
  );
  const counts = {
    checked: total(outcomes.map(({ checked }) => checked)),
    found: total(outcomes.map(({ found }) => found)),
    unjudged: total(outcomes.map(({ unjudged }) => unjudged)),
    fresh,
    gone,
  };
  await tx.$executeRaw`
    INSERT INTO cross_check_result (run_id, programme_id, previous_id, checked, found, unjudged, fresh, gone)
    VALUES (${run.id}::uuid, ${run.programmeId}::uuid, ${previousId}::uuid, ${counts.checked}, ${counts.found}, ${counts.unjudged},
      ${counts.fresh}, ${counts.gone})`;
  const rules = outcomes.map((one, position) => ({
    ...one,
    position,
    unlisted: Object.fromEntries(unlisted.get(one.code) ?? []),
  }));
  await tx.$executeRaw`
    INSERT INTO cross_check_rule (run_id, programme_id, position, rule_code, rule_version, stage, severity, checked, found, unjudged, why,
      unlisted)
    SELECT ${run.id}::uuid, ${run.programmeId}::uuid, x.position, x.code, x.version, x.stage::rule_stage_name, x.severity, x.checked,
      x.found, x.unjudged, x.why, x.unlisted
      FROM jsonb_to_recordset(${canonicalJson(rules)}::jsonb)
        AS x(position int, code text, version int, stage text, severity text, checked int, found int, unjudged int, why text,
          unlisted jsonb)`;
  const rows = listed.map((one, position) => rowOf(one, position, since(one.key)));
  if (rows.length > 0)
    await tx.$executeRaw`
      INSERT INTO cross_check_finding (run_id, programme_id, key, position, rule_code, problem, severity, unit, stream_id, municipality_id,
        area_id, year, about, source_value, source_origin, target_value, target_origin, difference_value, facts, waiver_id, since_number)
      SELECT ${run.id}::uuid, ${run.programmeId}::uuid, x.key, x.position, x.code, x.problem, x.severity, x.unit, x.stream, x.municipality,
        x.area, x.year, x.about, x.source, x."sourceOrigin", x.target, x."targetOrigin", x.difference, x.facts, x.waiver, x.since
        FROM jsonb_to_recordset(${canonicalJson(rows)}::jsonb) AS x(key text, position int, code text, problem text, severity text,
          unit text, stream uuid, municipality uuid, area uuid, year int, about jsonb, source bigint, "sourceOrigin" text, target bigint,
          "targetOrigin" text, difference bigint, facts jsonb, waiver uuid, since int)`;
  return counts;
}

const rowOf = (one: RunFinding, position: number, since: number) => ({
  key: one.key,
  position,
  code: one.code,
  problem: one.problem,
  severity: one.severity,
  unit: one.unit,
  stream: one.place.streamId,
  municipality: one.place.municipalityId,
  area: one.place.areaId,
  year: one.place.year,
  about: { name: one.about.name, at: one.about.at, source: one.source.at, target: one.target.at },
  source: one.source.value,
  sourceOrigin: one.source.origin,
  target: one.target.value,
  targetOrigin: one.target.origin,
  difference: differenceOf(one),
  facts: one.facts,
  waiver: one.waiverId,
  since,
});

/** @returns whether it had to be said */
export async function keepFailure(tx: Tx, run: KeptOf): Promise<boolean> {
  if (!(await holdRun(tx, run))) return false;
  await tx.$executeRaw`
    INSERT INTO cross_check_result (run_id, programme_id, failed, checked, found, unjudged, fresh, gone)
    VALUES (${run.id}::uuid, ${run.programmeId}::uuid, true, 0, 0, 0, 0, 0)`;
  return true;
}
