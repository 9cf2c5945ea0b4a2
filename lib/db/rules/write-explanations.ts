import { canonicalJson } from "../hash";
import type { Tx } from "../transaction";

export interface WrittenExplanation {
  readonly code: string;
  readonly line: string;
  /** Null takes it away; the row stays. */
  readonly text: string | null;
}

/** Keeps these answers in one statement; says how many changed. */
export function writeExplanations(
  tx: Tx,
  report: { readonly id: string; readonly municipalityId: string },
  written: readonly WrittenExplanation[],
): Promise<number> {
  if (written.length === 0) return Promise.resolve(0);
  return tx.$executeRaw`
    INSERT INTO report_explanation AS e (report_id, municipality_id, rule_code, line_key, text)
    SELECT ${report.id}::uuid, ${report.municipalityId}::uuid, x.code, x.line, x.text
      FROM jsonb_to_recordset(${canonicalJson(written)}::jsonb) AS x(code text, line text, text text)
     WHERE x.text IS NOT NULL OR EXISTS (SELECT 1 FROM report_explanation o
        WHERE o.report_id = ${report.id}::uuid AND o.rule_code = x.code AND o.line_key = x.line)
    ON CONFLICT (report_id, rule_code, line_key) DO UPDATE SET text = EXCLUDED.text
     WHERE e.text IS DISTINCT FROM EXCLUDED.text`;
}
