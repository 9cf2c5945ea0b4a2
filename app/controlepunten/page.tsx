import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import { authorize } from "@/lib/auth/authorize";
import { listCheckpoints, publishedKeys } from "@/lib/queries/checkpoints/list-checkpoints";
import { listProgrammes } from "@/lib/queries/programmes/find-programme";
import { instant } from "@/lib/views/dates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ledger.checkpoints"))("title") };
}

/** Signed fingerprints of the ledgers, for anybody who wants to keep or check them. */
export default async function CheckpointsPage() {
  const grant = await authorize("claims:read");
  const [signed, programmes, keys] = await Promise.all([
    listCheckpoints(grant),
    listProgrammes(grant),
    publishedKeys(),
  ]);
  // Practice data are not for the public, and marked for everybody else.
  const checkpoints = signed.flatMap((one) => {
    const programme = programmes.find(({ id }) => id === one.programmeId);
    return programme === undefined ? [] : [{ ...one, programme }];
  });
  const [t, locale] = [await getTranslations("ledger.checkpoints"), await getLocale()];
  return (
    <SiteFrame current="checkpoints" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {checkpoints.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <ScrollRegion label={t("caption")}>
          <table className="compact">
            <caption className="hidden">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("programme")}</th>
                <th scope="col" className="amount">
                  {t("size")}
                </th>
                <th scope="col">{t("root")}</th>
                <th scope="col">{t("at")}</th>
                <th scope="col">{t("key")}</th>
              </tr>
            </thead>
            <tbody>
              {checkpoints.map(({ programme, size, root, at, keyId }) => (
                <tr key={programme.code + size + at}>
                  <th scope="row">
                    {locale === "en" ? programme.nameEn : programme.nameNl}{" "}
                    {programme.isPractice && <Tag tone="warn">{t("practice")}</Tag>}
                  </th>
                  <td className="amount">{size}</td>
                  <td className="mono">{root}</td>
                  <td className="tnum nowrap">{instant(new Date(at), locale)}</td>
                  <td className="mono nowrap">{keyId}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {keys.length > 0 && (
        <section className="section" aria-labelledby="sleutels">
          <h2 id="sleutels">{t("keys")}</h2>
          <p>{t("keysText")}</p>
          {keys.map(({ id, pem }) => (
            <figure key={id}>
              <figcaption className="mono">{id}</figcaption>
              {/* It scrolls on a narrow screen, so the keyboard reaches it. */}
              <pre className="mono" tabIndex={0}>
                {pem}
              </pre>
            </figure>
          ))}
        </section>
      )}
    </SiteFrame>
  );
}
