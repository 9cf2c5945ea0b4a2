import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import type { SignedSection } from "@/lib/domain/reports/sections";
import { instant } from "@/lib/views/dates";

/** Which section was signed by whom, and whether that signature is about the section as it is now. */
export function ReportSignatures({
  report: { signed, steps },
}: {
  report: Pick<ReportFile, "signed" | "steps">;
}) {
  const t = useTranslations("reports.signatures");
  if (!steps.sign && signed.every(({ signature }) => signature === null)) return null;
  return (
    <section className="section" aria-labelledby="handtekeningen">
      <h2 id="handtekeningen" className="below-s">
        {t("title")}
      </h2>
      <ScrollRegion label={t("caption")}>
        <table className="compact">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("section")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col">{t("who")}</th>
            </tr>
          </thead>
          <tbody>
            {signed.map((section) => (
              <tr key={section.key}>
                <th scope="row">{section.name ?? t("results")}</th>
                <td>
                  <SignedTag section={section} />
                </td>
                <td>
                  <Who section={section} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function SignedTag({ section: { signature, valid } }: { section: SignedSection }) {
  const t = useTranslations("reports.signatures");
  if (valid)
    return (
      <Tag tone="ok" sign="check">
        {t("valid")}
      </Tag>
    );
  return signature === null ? (
    <Tag sign="clock">{t("unsigned")}</Tag>
  ) : (
    <Tag tone="warn" sign="warning">
      {t("void")}
    </Tag>
  );
}

function Who({ section: { signature, valid } }: { section: SignedSection }) {
  const t = useTranslations("reports.signatures");
  const locale = useLocale();
  if (signature === null) return <span className="muted">{t("nobody")}</span>;
  const facts = { who: signature.personName, date: instant(signature.at, locale) };
  return <>{t(valid ? "by" : "voidSince", facts)}</>;
}
