import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/signs/error-summary";
import type { FileProblem } from "@/lib/domain/entry/entry-file";
import { ruleOfReason, rulePath } from "@/lib/domain/rules/catalogue";

/** What only the official workbook can be refused for does not happen to a file of bookings. */
const OF_A_TEMPLATE: readonly FileProblem[] = [
  "wrong_sheet",
  "old_version",
  "newer_version",
  "other_tranche",
  "other_report",
  "other_municipality",
  "future_date",
  "formula_stripped",
  "columns_missing",
];

type LedgerFileProblemProps = { problem: FileProblem; facts: Readonly<Record<string, string>> };

/** Why a file of bookings was refused as a whole, and what to do about it. */
export function LedgerFileProblem({ problem, facts }: LedgerFileProblemProps) {
  const t = useTranslations("ownLedger.file");
  const form = useTranslations("errors.form");
  const said = OF_A_TEMPLATE.includes(problem) ? "interrupted" : problem;
  const code = ruleOfReason(`ownLedger.file.${said}`);
  const words = { given: "?", most: "?", name: "?", ...facts };
  return (
    <div className="below-m">
      <ErrorSummary
        id="geweigerd"
        heading={t("title")}
        items={[
          {
            message: t(`${said}.message`, words),
            lift: { text: t(`${said}.lift`, words) },
            rule: code === null ? undefined : { text: form("rule", { code }), href: rulePath(code) },
          },
        ]}
        focused
      />
    </div>
  );
}
