import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { StatusTag } from "@/components/signs/status-tag";
import { requestState } from "@/lib/domain/sampling/evidence-request";
import type { SampleRequest } from "@/lib/domain/sampling/sample";
import { instant, longDate } from "@/lib/views/dates";

type AskedListProps = {
  requests: readonly SampleRequest[];
  today: string;
  documentHref: (id: string) => string;
  /** Only for who may take a question back. */
  withdraw?: { readonly action: FormAction; readonly idempotencyKey: string };
};

/** What was asked about an item and how it was answered, the last question first. */
export function AskedList({ requests, today, documentHref, withdraw }: AskedListProps) {
  const t = useTranslations("sampling.asked");
  const locale = useLocale();
  if (requests.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <ul className="plain asked">
      {requests.map((request) => (
        <li key={request.id}>
          <p className="flush">
            <StatusTag kind="evidenceRequest" status={requestState(request, today)} /> {request.question}
          </p>
          <p className="small muted flush">
            {t("askedBy", {
              who: request.askedBy,
              at: instant(request.askedAt, locale),
              due: longDate(request.dueOn, locale),
            })}
          </p>
          {request.end === null ? (
            withdraw !== undefined && <Withdraw request={request.id} {...withdraw} />
          ) : (
            <Ended end={request.end} href={documentHref} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Ended({
  end,
  href,
}: {
  end: NonNullable<SampleRequest["end"]>;
  href: (document: string) => string;
}) {
  const t = useTranslations("sampling.asked");
  const locale = useLocale();
  const { outcome, by, at, note, document } = end;
  return (
    <>
      <p className="small flush">{t(outcome, { who: by, at: instant(at, locale) })}</p>
      {document !== null && (
        <p className="small flush">
          <a href={href(document.id)}>{document.fileName}</a>
          <span className="meta hash">{t("hash", { hash: `${document.sha256.slice(0, 16)}…` })}</span>
        </p>
      )}
      {note !== null && <p className="small flush">{note}</p>}
    </>
  );
}

function Withdraw({
  request,
  action,
  idempotencyKey,
}: {
  request: string;
  action: FormAction;
  idempotencyKey: string;
}) {
  const t = useTranslations("sampling.asked");
  return (
    <details className="withdraw">
      <summary className="small">{t("withdraw")}</summary>
      <ActionForm action={action} title={t("withdraw")} prefix={`intrekken-${request}-`}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="request" value={request} />
        <TextField name="note" label={t("reason")} />
        <div className="actions">
          <SubmitButton look="second">{t("withdrawSubmit")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
