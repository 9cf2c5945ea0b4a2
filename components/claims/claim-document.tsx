import { useLocale, useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/signs/error-summary";
import { DOCUMENT_BYTES, type DocumentProblem } from "@/lib/domain/claims/source-document";
import { ruleOfReason, rulePath } from "@/lib/domain/rules/catalogue";
import { instant } from "@/lib/views/dates";

type Props = {
  documents: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly attachedAt: Date;
    readonly attachedBy: string;
  }[];
  /** Where files are sent to, and where each is. */
  address: string;
  mayAttach: boolean;
  problem: DocumentProblem | undefined;
};

/** The document itself, kept beside what was read in it. A plain form: it sends the file with or without script. */
export function ClaimDocuments({ documents, address, mayAttach, problem }: Props) {
  const t = useTranslations("claims.document");
  const locale = useLocale();
  if (documents.length === 0 && !mayAttach) return null;
  return (
    <section className="section" aria-labelledby="document">
      <h2 id="document">{t("title")}</h2>
      {problem && <Refused problem={problem} />}
      {documents.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ul className="plain tasks">
          {documents.map(({ id, fileName, sha256, attachedAt, attachedBy }) => (
            <li key={id}>
              <div>
                <a href={`${address}/${id}`}>{fileName}</a>
                <p>
                  {t("attached", { name: attachedBy, when: instant(attachedAt, locale) })}{" "}
                  <span className="meta">sha256 {sha256.slice(0, 16)}…</span>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayAttach && (
        <form action={address} method="post" encType="multipart/form-data">
          <div className="field">
            <label htmlFor="file">{t("file")}</label>
            <span className="hint" id="file-hint">
              {t("hint")}
            </span>
            <input id="file" name="file" type="file" required aria-describedby="file-hint" />
          </div>
          <div className="actions">
            <button type="submit" className="button button-second">
              {t("button")}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

/** Why a file was not attached, what would do, and the rule that says so. */
function Refused({ problem }: { problem: DocumentProblem }) {
  const t = useTranslations("claims.document");
  const form = useTranslations("errors.form");
  const code = ruleOfReason(`claims.document.problem.${problem}`);
  const most = String(DOCUMENT_BYTES / 1024 / 1024);
  return (
    <div className="below-m">
      <ErrorSummary
        id="document-probleem"
        heading={t("refused")}
        level={3}
        items={[
          {
            message: t(`problem.${problem}.message`, { most }),
            href: "#file",
            lift: { text: t(`problem.${problem}.lift`, { most }) },
            rule: code === null ? undefined : { text: form("rule", { code }), href: rulePath(code) },
          },
        ]}
        focused
      />
    </div>
  );
}
