import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/form-state";
import { AmountText } from "@/components/signs/amount-text";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import { type EvidenceDocument, isReadable } from "@/lib/domain/evidence/evidence-document";
import { instant } from "@/lib/views/dates";
import { fileSize, typeName } from "@/lib/views/evidence";
import { amountParts } from "@/lib/views/money";
import { WithdrawForm } from "./withdraw-form";

/** What withdrawing this document takes. */
export type Withdrawing = (document: string) => {
  readonly action: FormAction;
  readonly idempotencyKey: string;
};

type DocumentTableProps = {
  documents: readonly EvidenceDocument[];
  name: string;
  base: string;
  withdraw?: Withdrawing;
};

/** The documents of one line. What is in quarantine has a name and a state, and nothing to open. */
export function DocumentTable({ documents, name, base, withdraw }: DocumentTableProps) {
  const t = useTranslations("evidence");
  const caption = t("lines.caption", { name });
  return (
    <ScrollRegion label={caption}>
      <table className="stack stack-2 compact documents" role="table">
        <caption className="hidden">{caption}</caption>
        <StackHead
          columns={[t("lines.document"), t("lines.kind"), { amount: t("lines.amount") }, t("lines.state")]}
        />
        <tbody role="rowgroup">
          {documents.map((document) => (
            <Row key={document.id} document={document} base={base} withdraw={withdraw} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({
  document,
  base,
  withdraw,
}: { document: EvidenceDocument } & Pick<DocumentTableProps, "base" | "withdraw">) {
  const t = useTranslations("evidence");
  const locale = useLocale();
  const { withdrawn, state, fileName, finding, note } = document;
  const about = {
    type: typeName(document.mediaType),
    size: fileSize(document.byteSize, locale),
    who: document.addedBy,
    at: instant(document.addedAt, locale),
  };
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {isReadable(state) ? (
          <a href={`${base}/${document.id}`} download>
            {fileName}
          </a>
        ) : (
          fileName
        )}
        <span className="meta">{t("lines.about", about)}</span>
        {note !== null && <span className="meta">{note}</span>}
        <span className="meta hash" title={document.sha256}>
          {t("lines.hash", { hash: `${document.sha256.slice(0, 16)}…` })}
        </span>
      </th>
      <td role="cell" data-label={t("lines.kind")}>
        {t(`kinds.${document.kind}`)}
      </td>
      <td role="cell" className="amount" data-label={t("lines.amount")}>
        <span>
          <AmountText parts={amountParts(document.amount, locale)} />
        </span>
      </td>
      <td role="cell" data-label={t("lines.state")}>
        <div>
          <StatusTag kind="evidence" status={withdrawn === null ? state : "withdrawn"} />
          {finding !== null && <span className="meta">{t("lines.finding", { finding })}</span>}
          {withdrawn !== null && (
            <span className="meta">
              {t("lines.withdrawnBy", {
                who: withdrawn.by,
                at: instant(withdrawn.at, locale),
                reason: withdrawn.reason,
              })}
            </span>
          )}
          {withdrawn === null && withdraw !== undefined && (
            <WithdrawForm document={document} {...withdraw(document.id)} />
          )}
        </div>
      </td>
    </tr>
  );
}
