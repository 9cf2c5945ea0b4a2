import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AreaClaims } from "@/components/programme/area-claims";
import { BookedTable } from "@/components/programme/booked-table";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { Facts } from "@/components/signs/facts";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { landed } from "@/lib/domain/claims/landed";
import { NotFound } from "@/lib/domain/refusal";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { findStanding } from "@/lib/queries/overview/find-standing";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { decidedClaims } from "../../claim-words";
import { ProgrammeFrame } from "../../programme-frame";

type Props = { params: Promise<{ programme: string; area: string }> };

async function load(params: Props["params"]) {
  const grant = await authorize("claims:read");
  const { programme: code, area: asked } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const book = await findClaimBook(grant, programme.id);
  const area = book.areas.find((one) => one.code === asked);
  if (area === undefined) return orNotFound(Promise.reject(new NotFound("area")));
  return { grant, programme, book, area };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(params)).area.name };
}

/** What was published for one area, by how sure it is, and what was booked on it. */
export default async function AreaPage({ params }: Props) {
  const { grant, programme, book, area } = await load(params);
  const reader = await tryAuthorize("allocation:read");
  const standing = reader === null ? [] : await findStanding(reader, programme.id);
  const t = await getTranslations("programme.areaPage");
  const streams = await getTranslations("programme.streams");
  const base = `/programma/${programme.code}`;
  const where = landed(book.claims, book.territory, decidedClaims(book));
  const found = where.areas.find((one) => one.area === area.code);
  const municipality = book.municipalities.find(({ code }) => code === area.municipality);
  const outside = where.outside.filter((claim) => claim.municipality === area.municipality);
  const booked = standing.filter((row) => row.area === area.code);
  const nothing = found === undefined || (found.absence === "not_published" && found.requested.length === 0);
  const lists = { book, base };
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="areas"
      crumbs={[{ label: t("title"), href: `${base}/gebieden` }, { label: area.name }]}
    >
      <PageTitle title={area.name} lead={municipality?.name} />
      <Facts
        facts={[
          { term: t("municipality"), value: municipality?.name ?? area.municipality },
          { term: t("code"), value: `${area.municipality}, ${area.code}`, look: "mono" },
          ...(area.aliases.length > 0 ? [{ term: t("aliases"), value: area.aliases.join(", ") }] : []),
          ...(area.wave === null
            ? []
            : [{ term: t("wave"), value: String(area.wave), look: "figure" as const }]),
        ]}
      />
      {booked.length > 0 && (
        <section className="section" aria-labelledby="geboekt">
          <h2 id="geboekt">{streams("allocated")}</h2>
          <BookedTable
            rows={booked}
            keyOf={({ stream }) => stream}
            nameOf={(code) => book.streams.find((one) => one.code === code)?.shortName ?? code}
            hrefOf={(code) => `${base}/geldstromen/${code}`}
            head={t("stream")}
            caption={streams("bookedCaption")}
          />
        </section>
      )}
      {nothing && (
        <div className="section">
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        </div>
      )}
      {found !== undefined && (
        <>
          <AreaClaims id="exact" title={t("exact")} claims={found.exactClaims} total {...lists} />
          <AreaClaims id="afgerond" title={t("rounded")} claims={found.rounded} {...lists} />
          <AreaClaims id="tegenspraak" title={t("contested")} claims={found.contested} {...lists} />
          <AreaClaims id="onbekend" title={t("unknown")} claims={found.areaUnknown} {...lists} />
          <AreaClaims id="aangevraagd" title={t("requested")} claims={found.requested} {...lists} />
        </>
      )}
      <AreaClaims id="buiten" title={t("outside")} claims={outside} {...lists} />
    </ProgrammeFrame>
  );
}
