import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { CheckpointTable } from "@/components/ledger/checkpoint-table";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { Pagination } from "@/components/signs/pagination";
import { authorize } from "@/lib/auth/authorize";
import { keyAddress } from "@/lib/domain/ledger/checkpoint-address";
import { readPage } from "@/lib/input/window";
import {
  CHECKPOINTS_PER_PAGE,
  listCheckpoints,
  publishedKeys,
} from "@/lib/queries/checkpoints/list-checkpoints";
import { count } from "@/lib/views/digits";
import "@/app/styles/checkpoints.css";

type Props = { searchParams: Promise<{ pagina?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ledger.checkpoints"))("title") };
}

/** Signed fingerprints of the ledgers, for anybody who wants to keep or check them. */
export default async function CheckpointsPage({ searchParams }: Props) {
  const grant = await authorize("claims:read");
  const page = readPage((await searchParams).pagina);
  const [{ rows, total }, keys] = await Promise.all([listCheckpoints(grant, page), publishedKeys()]);
  const [t, locale] = [await getTranslations("ledger.checkpoints"), await getLocale()];
  const from = (page - 1) * CHECKPOINTS_PER_PAGE;
  return (
    <SiteFrame current="checkpoints" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <CheckpointTable rows={rows} />
      )}
      {total > CHECKPOINTS_PER_PAGE && (
        <Pagination
          summary={t("range", {
            from: count(Math.min(from + 1, total), locale),
            to: count(Math.min(from + CHECKPOINTS_PER_PAGE, total), locale),
            total: count(total, locale),
          })}
          previous={page > 1 ? `/controlepunten?pagina=${page - 1}` : undefined}
          next={from + CHECKPOINTS_PER_PAGE < total ? `/controlepunten?pagina=${page + 1}` : undefined}
        />
      )}
      <section className="section" aria-labelledby="controleren">
        <h2 id="controleren">{t("verify")}</h2>
        <p>{t("verifyText")}</p>
        <ul>
          <li>
            <a href="/geldstroom-verify.html" download>
              {t("verifyPage")}
            </a>
          </li>
          <li>
            <a href="/geldstroom-verify.mjs" download>
              {t("verifyScript")}
            </a>
            : <code className="mono">node geldstroom-verify.mjs {t("file")}</code>
          </li>
        </ul>
      </section>
      {keys.length > 0 && (
        <section className="section" aria-labelledby="sleutels">
          <h2 id="sleutels">{t("keys")}</h2>
          <p>{t("keysText")}</p>
          {keys.map(({ id, pem }) => (
            <figure className="key-file" key={id}>
              <figcaption className="mono">
                <a href={keyAddress(id)}>{id}</a>
              </figcaption>
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
