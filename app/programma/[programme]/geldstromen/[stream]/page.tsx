import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClaimTable } from "@/components/claims/claim-table";
import { BookedTable } from "@/components/programme/booked-table";
import { IndicatorTable } from "@/components/programme/indicator-table";
import { StreamFacts } from "@/components/programme/stream-facts";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { inReadingOrder } from "@/lib/domain/claims/claim-book";
import { kindOf } from "@/lib/domain/claims/kinds";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { findStanding } from "@/lib/queries/overview/find-standing";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findStream } from "@/lib/queries/streams/find-stream";
import { ProgrammeFrame } from "../../programme-frame";

type Props = { params: Promise<{ programme: string; stream: string }> };

async function load(params: Props["params"]) {
  const grant = await authorize("claims:read");
  const { programme: code, stream: asked } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const stream = await orNotFound(findStream(grant, programme.id, asked));
  return { grant, programme, stream };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(params)).stream.shortName };
}

/** One stream: what is known of it, what was published about it, and what was booked on it. */
export default async function StreamPage({ params }: Props) {
  const { grant, programme, stream } = await load(params);
  const reader = await tryAuthorize("allocation:read");
  const desk = await tryAuthorize("reconciliation:read");
  const book = await findClaimBook(grant, programme.id);
  const standing = reader === null ? [] : await findStanding(reader, programme.id);
  const [t, locale] = [await getTranslations("programme.streams"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const claims = inReadingOrder(book, book.claims.all).filter((claim) => claim.stream === stream.code);
  const indicators = book.indicators.filter((indicator) => indicator.stream === stream.code);
  const remarks = stream.tranches.some(({ note }) => note !== null);
  const booked = standing.filter((row) => row.stream === stream.code);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="streams"
      crumbs={[{ label: t("title"), href: `${base}/geldstromen` }, { label: stream.shortName }]}
    >
      <PageTitle
        title={stream.shortName}
        lead={stream.officialName === stream.shortName ? undefined : stream.officialName}
      >
        {desk !== null && booked.length > 0 && (
          <div className="actions">
            <a className="button button-second" href={`${base}/geldstromen/${stream.code}/overzicht`}>
              {t("desk")}
            </a>
          </div>
        )}
      </PageTitle>
      <section className="first-section" aria-labelledby="gegevens">
        <h2 id="gegevens">{t("facts")}</h2>
        <StreamFacts stream={stream} />
      </section>
      {booked.length > 0 && (
        <section className="section" aria-labelledby="geboekt">
          <h2 id="geboekt">{t("booked")}</h2>
          <BookedTable
            rows={booked}
            keyOf={({ municipality }) => municipality}
            nameOf={(code) => book.municipalities.find((one) => one.code === code)?.name ?? code}
            hrefOf={(code) => `${base}/toekenningen?geldstroom=${stream.code}&gemeente=${code}`}
            head={t("municipality")}
            caption={t("bookedCaption")}
          />
        </section>
      )}
      {stream.tranches.length > 0 && (
        <section className="section" aria-labelledby="tranches">
          <h2 id="tranches">{t("tranches")}</h2>
          <table className="compact">
            <caption className="hidden">{t("tranches")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("tranche")}</th>
                <th scope="col">{t("years")}</th>
                {remarks && <th scope="col">{t("remark")}</th>}
              </tr>
            </thead>
            <tbody>
              {stream.tranches.map(({ id, name, firstYear, lastYear, note }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="tnum">
                    {firstYear === null
                      ? t("noYears")
                      : [firstYear, lastYear].filter((year) => year !== null).join("–")}
                  </td>
                  {remarks && <td>{note}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {stream.themes.length > 0 && (
        <section className="section" aria-labelledby="themas">
          <h2 id="themas">{t("themes")}</h2>
          <ul>
            {stream.themes.map(({ id, nameNl, nameEn }) => (
              <li key={id}>{locale === "en" ? nameEn : nameNl}</li>
            ))}
          </ul>
        </section>
      )}
      {indicators.length > 0 && <IndicatorTable indicators={indicators} book={book} base={base} />}
      {(["about", "awards", "requests"] as const).map((kind) => {
        const own = claims.filter((claim) => kindOf(claim) === kind);
        if (own.length === 0) return null;
        return (
          <section className="section" key={kind}>
            <h2 id={kind}>{t(`kinds.${kind}`)}</h2>
            <ClaimTable claims={own} book={book} base={base} caption={t(`kinds.${kind}`)} />
          </section>
        );
      })}
    </ProgrammeFrame>
  );
}
