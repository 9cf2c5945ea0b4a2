import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { type Cents, sum } from "@/lib/domain/money";
import type { NamedPlace } from "@/lib/domain/own-ledger/account-mapping";
import { type PlaceTotal, placeKey } from "@/lib/domain/own-ledger/sort-bookings";
import { count } from "@/lib/views/digits";
import { placeLabel } from "./place-names";

type TotalsFormProps = {
  action: FormAction;
  title: string;
  uploadId: string;
  idempotencyKey: string;
  totals: readonly PlaceTotal[];
  places: readonly NamedPlace[];
  /** Not while a line cannot be read. */
  ready: boolean;
};

/** What would be taken in per line of the report, and the button that does it. */
export function TotalsForm({
  action,
  title,
  uploadId,
  idempotencyKey,
  totals,
  places,
  ready,
}: TotalsFormProps) {
  const t = useTranslations("ownLedger.totals");
  const locale = useLocale();
  const order = new Map(places.map((place, index) => [placeKey(place), { place, index }]));
  const listed = totals.flatMap((one) => {
    const found = order.get(placeKey(one));
    return found === undefined ? [] : [{ ...one, ...found }];
  });
  const bookings = totals.reduce((all, one) => all + one.count, 0);
  const total: Cents = sum(totals.map((one) => one.total));
  return (
    <section className="section" aria-labelledby="opnemen">
      <h2 id="opnemen">{t(ready ? "title" : "notReady", { count: bookings })}</h2>
      <ScrollRegion label={t("caption")}>
        <table className="table-narrow">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("line")}</th>
              <th scope="col" className="amount">
                {t("bookings")}
              </th>
              <th scope="col" className="amount">
                {t("total")}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed
              .sort((a, b) => a.index - b.index)
              .map((one) => (
                <tr key={placeKey(one)}>
                  <th scope="row">{placeLabel(one.place, locale)}</th>
                  <td className="amount">{count(one.count, locale)}</td>
                  <AmountCell value={one.total} />
                </tr>
              ))}
          </tbody>
          <tfoot>
            <tr className="total">
              <th scope="row">{t("together")}</th>
              <td className="amount">{count(bookings, locale)}</td>
              <AmountCell value={total} />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      {ready && (
        <ActionForm action={action} title={title} prefix="opnemen-" className="above-m">
          <HiddenField name="idempotencyKey" value={idempotencyKey} />
          <HiddenField name="uploadId" value={uploadId} />
          <HiddenField name="count" value={String(bookings)} />
          <HiddenField name="total" value={total.toString()} />
          <p className="small muted">{t("text")}</p>
          <SubmitButton>{t("submit", { count: bookings })}</SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
