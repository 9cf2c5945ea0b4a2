import { useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import { Tag } from "@/components/signs/tag";

export interface ShownFinding {
  readonly severity: "block" | "question" | "inform";
  readonly answered: boolean;
  readonly message: string;
  readonly lift?: { readonly text: string; readonly href?: string };
  readonly rule?: { readonly text: string; readonly href: string };
}

const LOOK = {
  block: { tone: "error", sign: "barred" },
  question: { tone: "warn", sign: "warning" },
  answered: { tone: "ok", sign: "check" },
  inform: { tone: "info", sign: "eye" },
} as const;

/** What a plausibility check would say, the worst first, each with what lifts it and the rule that says so. */
export function FindingList({ findings }: { findings: readonly ShownFinding[] }) {
  const t = useTranslations("sisa.findings");
  const rank = ({ severity, answered }: ShownFinding) =>
    severity === "block" ? 0 : severity === "question" && !answered ? 1 : answered ? 2 : 3;
  const sorted = [...findings].sort((a, b) => rank(a) - rank(b));
  const left = sorted.filter((one) => rank(one) < 2);
  const rest = sorted.filter((one) => rank(one) >= 2);
  if (sorted.length === 0)
    return (
      <Alert id="plausibiliteit" tone="ok" title={t("none")}>
        <p>{t("noneText")}</p>
      </Alert>
    );
  return (
    <>
      {left.length > 0 && (
        <Alert id="plausibiliteit" tone="block" title={t("left", { count: left.length })}>
          <Lines findings={left} />
        </Alert>
      )}
      {rest.length > 0 && (
        <details className="section sisa-findings">
          <summary>{t("rest", { count: rest.length })}</summary>
          <Lines findings={rest} />
        </details>
      )}
    </>
  );
}

function Lines({ findings }: { findings: readonly ShownFinding[] }) {
  const t = useTranslations("sisa.findings");
  return (
    <ul className="plain sisa-lines">
      {findings.map(({ severity, answered, message, lift, rule }) => {
        const look = severity === "question" && answered ? "answered" : severity;
        return (
          <li key={message}>
            <Tag {...LOOK[look]}>{t(`severity.${look}`)}</Tag>
            <span>
              {message} {lift?.href ? <a href={lift.href}>{lift.text}</a> : lift?.text}{" "}
              {rule && (
                <a className="small" href={rule.href}>
                  {rule.text}
                </a>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
