import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import type { Claim } from "@/lib/domain/claims/claim";
import { type ClaimBook, inReadingOrder } from "@/lib/domain/claims/claim-book";
import { CLAIM_LINK_KINDS, linkName } from "@/lib/input/claim-link";
import { claimFigure, claimName } from "@/lib/views/claims";

type LinkProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  claim: Claim;
  book: ClaimBook;
};

/** "This claim ... that claim": how two figures hang together, as a sentence of two choices. */
export function ClaimLinkForm({ action, title, idempotencyKey, claim, book }: LinkProps) {
  const t = useTranslations("claims.linking");
  const words = useTranslations("claims.claim.link");
  const locale = useLocale();
  const others = inReadingOrder(book, book.claims.all).filter(({ code }) => code !== claim.code);
  return (
    <ActionForm action={action} title={title} refusal={t("refusal")} prefix="verband-">
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <SelectField
        name="kind"
        label={t("kind")}
        placeholder={t("choose")}
        options={CLAIM_LINK_KINDS.map((value) => ({ value, label: words(value) }))}
      />
      <SelectField
        name="to"
        label={t("to")}
        placeholder={t("choose")}
        options={others.map((one) => ({
          value: one.code,
          label: t("claim", {
            name: [claimName(one, book, locale), claimFigure(one, locale)].filter(Boolean).join(": "),
            code: one.code,
          }),
        }))}
      />
      <MoneyField name="overlap" label={t("overlap")} hint={t("overlapHint")} optional />
      <TextareaField name="note" label={t("note")} hint={t("noteHint")} optional />
      <div className="actions">
        <SubmitButton look="second">{t("button")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Takes back a link that a person made; null when there is none. */
export function WithdrawLinkForm({ action, title, idempotencyKey, claim, book }: LinkProps) {
  const t = useTranslations("claims.linking");
  const words = useTranslations("claims.claim.link");
  const locale = useLocale();
  const nameOf = (code: string) => {
    const found = book.claims.find(code);
    return found === null ? code : t("claim", { name: claimName(found, book, locale), code });
  };
  const made = book.claims.links.filter(
    ({ registered, from, to }) => registered && (from === claim.code || to === claim.code),
  );
  if (made.length === 0) return null;
  return (
    <ActionForm action={action} title={title} refusal={t("withdrawRefusal")} prefix="intrekken-">
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <SelectField
        name="link"
        label={t("withdraw")}
        placeholder={t("choose")}
        options={made.map((link) => ({
          value: linkName(link),
          label: t("sentence", { from: nameOf(link.from), word: words(link.kind), to: nameOf(link.to) }),
        }))}
      />
      <TextareaField name="reason" label={t("withdrawReason")} hint={t("withdrawHint")} />
      <div className="actions">
        <SubmitButton look="second">{t("withdrawButton")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
