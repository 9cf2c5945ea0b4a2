import { sentencesOf } from "@/app/submit-form";
import type { ShownFinding } from "@/components/sisa/finding-list";
import { rulePath } from "@/lib/domain/rules/catalogue";
import type { SisaFinding } from "@/lib/domain/sisa/findings";
import { reportPath } from "@/lib/views/reports";

/** Where a finding can be lifted, when that is on another page. */
const ELSEWHERE = new Set(["sisa.rules.A3.notReported", "sisa.rules.A3.incomplete", "sisa.rules.S9.open"]);

/** Findings as sentences in the reader's language. */
export async function shownFindings(
  findings: readonly SisaFinding[],
  programme: string,
): Promise<ShownFinding[]> {
  const sentences = await sentencesOf(
    findings.map(({ field, ...one }) => ({
      ...one,
      ...(ELSEWHERE.has(one.code)
        ? { href: reportPath(programme) }
        : field === undefined
          ? {}
          : { href: `#${field}` }),
    })),
  );
  return findings.map(({ code, severity, answered, rule }, index) => ({
    code: `${code}/${severity}/${answered === true}`,
    severity,
    answered: answered === true,
    message: sentences[index]?.message ?? "",
    lift: sentences[index]?.lift,
    rule: sentences[index]?.rule ?? { text: rule, href: rulePath(rule) },
  }));
}
