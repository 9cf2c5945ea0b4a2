import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import {
  type AccountRule,
  accountFinder,
  type NamedPlace,
  placeValue,
} from "@/lib/domain/own-ledger/account-mapping";
import type { AccountTotal } from "@/lib/domain/own-ledger/sort-bookings";
import { count } from "@/lib/views/digits";
import { placeChoices } from "./place-names";

type AccountFormProps = {
  action: FormAction;
  title: string;
  uploadId: string;
  version: number;
  accounts: readonly AccountTotal[];
  /** What is kept about them already. */
  known: readonly AccountRule[];
  places: readonly NamedPlace[];
};

/** As many as a person answers in one sitting; the others follow when these are known. */
const MOST = 100;

/** Accounts that nobody placed yet, or all of a file to place them anew. What is left open stays out of the figures, and comes back the next time. */
export function AccountForm({ action, title, uploadId, version, accounts, known, places }: AccountFormProps) {
  const t = useTranslations("ownLedger.accounts");
  const locale = useLocale();
  const choices = [{ value: "none", label: t("notOurs") }, ...placeChoices(places, locale)];
  const find = accountFinder(known);
  const chosen = ({ account, costCentre }: AccountTotal) => {
    const place = find(account, costCentre);
    return place === undefined ? "" : place === null ? "none" : placeValue(place);
  };
  const open = accounts.every((one) => chosen(one) === "");
  const name = ({ account, costCentre }: AccountTotal) =>
    costCentre === "" ? account : t("withCentre", { account, costCentre });
  return (
    <section className="section" aria-labelledby="rekeningen">
      <h2 id="rekeningen">{t(open ? "title" : "titleAll", { count: accounts.length })}</h2>
      <p>{t("text")}</p>
      <ActionForm action={action} title={title} prefix="rekening-">
        <HiddenField name="uploadId" value={uploadId} />
        <HiddenField name="version" value={String(version)} />
        <ScrollRegion label={t("caption")}>
          <table className="compact">
            <caption className="hidden">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("account")}</th>
                <th scope="col" className="amount">
                  {t("bookings")}
                </th>
                <th scope="col" className="amount">
                  {t("total")}
                </th>
                <th scope="col">{t("place")}</th>
              </tr>
            </thead>
            <tbody>
              {accounts.slice(0, MOST).map((one, index) => (
                <tr key={name(one)}>
                  <th scope="row" className="tnum">
                    {name(one)}
                    {one.example !== "" && <span className="meta">{one.example}</span>}
                    <HiddenField name={`account.${index}`} value={one.account} />
                    <HiddenField name={`costCentre.${index}`} value={one.costCentre} />
                  </th>
                  <td className="amount">{count(one.count, locale)}</td>
                  <AmountCell value={one.total} />
                  <td>
                    <SelectField
                      name={`place.${index}`}
                      label={<span className="hidden">{t("placeOf", { account: name(one) })}</span>}
                      placeholder={t("notYet")}
                      defaultValue={chosen(one)}
                      options={choices}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        {accounts.length > MOST && (
          <p className="small muted">{t("first", { shown: MOST, total: accounts.length })}</p>
        )}
        <div className="actions above-m">
          <SubmitButton look="second">{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
