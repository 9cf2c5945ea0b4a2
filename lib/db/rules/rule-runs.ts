import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import type { WholeReport } from "@/lib/domain/reports/report-file";
import type { KeptFinding, RuleRunRow, RuleStep } from "@/lib/domain/reports/rule-run";
import { isReportRule } from "@/lib/domain/rules/report-rules";
import { canonicalJson } from "../hash";
import type { Tx } from "../transaction";
import { keptFacts } from "./kept-facts";

/** Keeps what the rules said about this report at this step, with the versions of the rules and what was explained. */
export async function keepRun(
  tx: Tx,
  actor: Actor,
  { header, lines, findings }: WholeReport,
  { version, step }: { readonly version: number; readonly step: RuleStep },
): Promise<void> {
  if (actor.personId === null) throw new Refusal("not_allowed");
  const id = randomUUID();
  const own = new Map(lines.map(({ key, explanation }) => [key, explanation]));
  await tx.$executeRaw`
    INSERT INTO rule_run (id, report_id, municipality_id, version, step, person_id)
    VALUES (${id}::uuid, ${header.id}::uuid, ${header.municipalityId}::uuid, ${version}, ${step}, ${actor.personId}::uuid)`;
  if (findings.length === 0) return;
  const rows = findings.map((one, position) => ({
    position,
    code: one.code,
    version: one.version ?? 1,
    problem: one.problem,
    severity: one.severity,
    line: one.line ?? one.result ?? null,
    facts: one.facts,
    explanation:
      one.explanation ?? (one.field?.startsWith("explanation.") ? own.get(one.line ?? "") : null) ?? null,
    waiver: one.waiver?.id ?? null,
  }));
  await tx.$executeRaw`
    INSERT INTO rule_finding (run_id, municipality_id, position, rule_code, rule_version, problem, severity, line_key, facts, explanation, waiver_id)
    SELECT ${id}::uuid, ${header.municipalityId}::uuid, x.position, x.code, x.version, x.problem, x.severity, x.line, x.facts, x.explanation, x.waiver
      FROM jsonb_to_recordset(${canonicalJson(rows)}::jsonb) AS x(position int, code text, version int, problem text,
        severity text, line text, facts jsonb, explanation text, waiver uuid)`;
}

interface Row extends Omit<RuleRunRow, "findings"> {
  readonly findings: readonly (Omit<KeptFinding, "facts"> & { readonly facts: Record<string, unknown> })[];
}

/** The last runs over a report, newest first, as far as this reader may see them. */
export async function readRuns(tx: Tx, reportId: string, limit = 12): Promise<RuleRunRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id::text, r.version, r.step, r.at, p.name AS "personName",
           coalesce((SELECT jsonb_agg(jsonb_build_object('code', f.rule_code, 'version', f.rule_version, 'problem', f.problem,
               'severity', f.severity, 'line', f.line_key, 'facts', f.facts, 'explanation', f.explanation,
               'waiver', f.waiver_id IS NOT NULL) ORDER BY f.position)
             FROM rule_finding f WHERE f.run_id = r.id), '[]') AS findings
      FROM rule_run r LEFT JOIN person p ON p.id = r.person_id
     WHERE r.report_id = ${reportId}::uuid ORDER BY r.at DESC, r.id DESC LIMIT ${limit}`;
  return rows.map(({ findings, ...run }) => ({
    ...run,
    findings: findings.flatMap((one): KeptFinding[] =>
      isReportRule(one.code) ? [{ ...one, facts: keptFacts(one.facts) }] : [],
    ),
  }));
}
