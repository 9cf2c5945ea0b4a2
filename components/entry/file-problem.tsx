import { useTranslations } from "next-intl";
import type { FileProblem as Problem } from "@/lib/domain/entry/entry-file";
import { ruleOfReason, rulePath } from "@/lib/domain/rules/catalogue";
import { ErrorSummary } from "../signs/error-summary";

/** Why a file was refused as a whole, in a sentence of its own, and what to do about it. */
export function FileProblem({
  problem,
  facts,
  heading,
}: {
  problem: Problem;
  facts: Readonly<Record<string, string>>;
  /** What became of it, where something is kept of a file that is refused. */
  heading?: string;
}) {
  const t = useTranslations("entry");
  const form = useTranslations("errors.form");
  const code = ruleOfReason(`entry.file.${problem}`);
  const rule = code === null ? undefined : { text: form("rule", { code }), href: rulePath(code) };
  const words = {
    given: "?",
    expected: "?",
    most: "?",
    name: "?",
    missing: "?",
    column: "?",
    about: "no",
    ...facts,
  };
  const lift = { text: t(`file.${problem}.lift`, words) };
  return (
    <div className="below-m">
      <ErrorSummary
        id="geweigerd"
        heading={heading ?? t("upload.refused")}
        items={[{ message: t(`file.${problem}.message`, words), lift, rule }]}
        focused
      />
    </div>
  );
}
