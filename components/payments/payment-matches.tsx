import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import { cents } from "@/lib/domain/money";
import type { Match, PayableAllocation } from "@/lib/domain/payments/match";
import type { PaymentLine } from "@/lib/domain/payments/payment-line";
import { shortDate } from "@/lib/views/dates";

type PaymentMatchesProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  fileId: string;
  lines: readonly PaymentLine[];
  matches: readonly Match[];
  allocations: readonly PayableAllocation[];
};

const SIGNS = { matched: "check", ambiguous: "differs", unmatched: "differs" } as const;
const TONES = { matched: "ok", ambiguous: "diff", unmatched: "error" } as const;

/** Every payment of the file with the allocation that it seems to be on, and why; nothing is taken over unseen. */
export function PaymentMatches({
  action,
  title,
  idempotencyKey,
  fileId,
  lines,
  matches,
  allocations,
}: PaymentMatchesProps) {
  const t = useTranslations("payments.file");
  const locale = useLocale();
  const byId = new Map(allocations.map((one) => [one.id, one]));
  const label = (one: PayableAllocation) =>
    t("allocationOf", { number: one.number, area: one.area, municipality: one.municipality });
  return (
    <ActionForm action={action} title={title} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="fileId" value={fileId} />
      <ScrollRegion label={t("caption")}>
        <table className="compact">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("paidOn")}</th>
              <th scope="col">{t("counterparty")}</th>
              <th scope="col" className="amount">
                {t("amount")}
              </th>
              <th scope="col">{t("allocation")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const match = matches[index] ?? { verdict: "unmatched", best: null, candidates: [] };
              const [first] = match.candidates;
              return (
                <tr key={line.line}>
                  <th scope="row" className="tnum nowrap">
                    {shortDate(line.paidOn, locale)}
                    <span className="meta">{t(`direction.${line.direction}`)}</span>
                  </th>
                  <td>
                    {line.counterparty}
                    <span className="meta">
                      {line.reference}. {line.text}
                    </span>
                  </td>
                  <AmountCell value={line.direction === "advance" ? line.amount : cents(-line.amount)} />
                  <td>
                    <SelectField
                      name={`match.${line.line}`}
                      label={<span className="hidden">{t("of", { line: line.line })}</span>}
                      placeholder={t("skip")}
                      defaultValue={match.best ?? ""}
                      options={choicesFor(match, allocations, byId).map((one) => ({
                        value: one.id,
                        label: label(one),
                      }))}
                    />
                    <Tag tone={TONES[match.verdict]} sign={SIGNS[match.verdict]}>
                      {t(`verdicts.${match.verdict}`)}
                    </Tag>{" "}
                    {first && (
                      <span className="small muted">
                        {first.reasons.map((reason) => t(`reasons.${reason}`)).join(", ")}
                      </span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <div className="actions">
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Likely allocations first, then all others. */
function choicesFor(
  match: Match,
  allocations: readonly PayableAllocation[],
  byId: ReadonlyMap<string, PayableAllocation>,
): PayableAllocation[] {
  const likely = match.candidates.flatMap(({ id }) => byId.get(id) ?? []);
  const named = new Set(likely.map(({ id }) => id));
  return [...likely, ...allocations.filter(({ id }) => !named.has(id))];
}
