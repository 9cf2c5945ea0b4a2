import { useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import { Tag } from "@/components/signs/tag";

export interface ShownFinding {
  /** Findings of one kind stand together. */
  readonly code: string;
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
        <details className="section sisa-findings" id={left.length === 0 ? "plausibiliteit" : undefined}>
          <summary>{t("rest", { count: rest.length })}</summary>
          <Lines findings={rest} />
        </details>
      )}
    </>
  );
}

/** Findings of one kind in the order in which the kinds came: of a kind with many the first is shown, the others open. */
function Lines({ findings }: { findings: readonly ShownFinding[] }) {
  const t = useTranslations("sisa.findings");
  const kinds = new Map<string, ShownFinding[]>();
  for (const one of findings) kinds.set(one.code, [...(kinds.get(one.code) ?? []), one]);
  return (
    <ul className="plain sisa-lines">
      {[...kinds].map(([code, [first, ...others]]) =>
        first === undefined ? null : (
          <li key={code}>
            <FindingTag finding={first} />
            <div>
              <Sentence finding={first} />
              {others.length > 0 && (
                <details>
                  <summary>{t("others", { count: others.length })}</summary>
                  <ul>
                    {others.map((one) => (
                      <li key={one.message}>
                        <Sentence finding={one} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          </li>
        ),
      )}
    </ul>
  );
}

function FindingTag({ finding: { severity, answered } }: { finding: ShownFinding }) {
  const t = useTranslations("sisa.findings");
  const look = severity === "question" && answered ? "answered" : severity;
  return <Tag {...LOOK[look]}>{t(`severity.${look}`)}</Tag>;
}

function Sentence({ finding: { message, lift, rule } }: { finding: ShownFinding }) {
  return (
    <>
      {message} {lift?.href ? <a href={lift.href}>{lift.text}</a> : lift?.text}{" "}
      {rule && (
        <a className="small" href={rule.href}>
          {rule.text}
        </a>
      )}
    </>
  );
}
