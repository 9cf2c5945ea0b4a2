import { useLocale, useTranslations } from "next-intl";
import { AreaMap, type AreaTone } from "@/components/charts/area-map";
import { AmountCell } from "@/components/signs/amount";
import { DiffTag } from "@/components/signs/diff-tag";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import { SourceLink } from "@/components/signs/source-link";
import type { Claim } from "@/lib/domain/claims/claim";
import type { BookArea, ClaimBook } from "@/lib/domain/claims/claim-book";
import type { Landed, LandedArea } from "@/lib/domain/claims/landed";
import { type Cents, cents, sum } from "@/lib/domain/money";
import { shortDate } from "@/lib/views/dates";
import { AlsoKnown } from "./also-known";
import { ContestedAreas } from "./contested-areas";

type Props = { landed: Landed; book: ClaimBook; base: string };

const toneOf = ({ absence, uncertain, exactClaims, rounded, contested }: LandedArea): AreaTone => {
  if (absence === "not_published") return "none";
  const sure = [...exactClaims, ...rounded, ...contested].some(({ areaMatch }) => areaMatch === "in_area");
  return sure && uncertain.length === 0 ? "named" : "uncertain";
};

/** What is known of each area: on the map by how sure it is, in the table to the cent. */
export function LandedSection({ landed, book, base }: Props) {
  const t = useTranslations("programme.areas");
  const names: Record<AreaTone, string> = { named: t("named"), uncertain: t("uncertain"), none: t("none") };
  const placed = landed.areas.flatMap((one) => {
    const area = book.areas.find(({ code }) => code === one.area);
    return area === undefined ? [] : [{ ...one, name: area.name, at: area }];
  });
  const unplaced = sum(landed.unplaced.map(({ amount }) => amount ?? cents(0n)));
  const exact = [...landed.inAreasClaims, ...landed.outside, ...landed.unplaced];
  // No award to the cent is not a sum of zero.
  const orNothing = (amount: Cents, claims: readonly unknown[]) => (claims.length === 0 ? null : amount);
  const named = [
    ...new Set(landed.outside.map(({ recipientName, project }) => [recipientName, project].join(", "))),
  ];
  const onMap = placed.flatMap(({ at, area, name, ...rest }) =>
    at.longitude === null || at.latitude === null
      ? []
      : [
          {
            id: area,
            longitude: at.longitude,
            latitude: at.latitude,
            label: name,
            shortLabel: shortNameOf(at, book),
            tone: toneOf({ area, ...rest }),
          },
        ],
  );
  return (
    <section className="section" aria-labelledby="gebieden">
      <SectionHead id="gebieden" title={t("title")} note={t("text")} />
      <LandedSources claims={exact} book={book} base={base} />
      <div className="cols cols-1-1">
        <div>
          {onMap.length > 0 && (
            <AreaMap
              areas={onMap}
              label={t("mapLabel", { count: onMap.length })}
              legend={(Object.keys(names) as AreaTone[]).map((tone) => ({ tone, name: names[tone] }))}
              caption={t("mapCaption")}
            />
          )}
          <ContestedAreas book={book} base={base} />
        </div>
        <ScrollRegion label={t("caption")}>
          <table className="compact">
            <caption className="hidden">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("area")}</th>
                <th scope="col" className="amount">
                  {t("exact")}
                </th>
                <th scope="col">{t("rounded")}</th>
              </tr>
            </thead>
            <tbody>
              {[...placed]
                .sort((a, b) => (a.name < b.name ? -1 : 1))
                .map((one) => (
                  <tr key={one.area}>
                    <th scope="row">
                      <a href={`${base}/gebieden/${one.area}`}>{one.name}</a>
                      {one.uncertain.length > 0 && <span className="meta">{t("notCertain")}</span>}
                    </th>
                    <AmountCell
                      value={one.exact}
                      absent={one.absence ?? "not_published"}
                      href={one.exact === null ? undefined : `${base}/gebieden/${one.area}`}
                    />
                    <td>
                      <AlsoKnown area={one} />
                    </td>
                  </tr>
                ))}
            </tbody>
            <tfoot>
              <tr className="sum">
                <th scope="row">{t("inAreas")}</th>
                <AmountCell value={orNothing(landed.inAreas, landed.inAreasClaims)} absent="not_published" />
                <td>
                  {landed.inAreasClaims.length > 0 && t("projects", { count: landed.inAreasClaims.length })}
                </td>
              </tr>
              {landed.outside.length > 0 && (
                <tr className="diff">
                  <th scope="row">
                    {t("outside")}
                    <span className="meta">{named.join("; ")}</span>
                  </th>
                  <AmountCell value={landed.outsideTotal} />
                  <td>
                    <DiffTag cause="outside_areas" />
                  </td>
                </tr>
              )}
              {landed.unplaced.length > 0 && (
                <tr className="diff">
                  <th scope="row">{t("unplaced")}</th>
                  <AmountCell value={unplaced} />
                  <td>{t("projects", { count: landed.unplaced.length })}</td>
                </tr>
              )}
              <tr className="total">
                <th scope="row">{t("all")}</th>
                <AmountCell value={orNothing(landed.programmeTotal, exact)} absent="not_published" />
                <td>{exact.length > 0 && t("projects", { count: exact.length })}</td>
              </tr>
            </tfoot>
          </table>
        </ScrollRegion>
      </div>
    </section>
  );
}

/** The municipality where that says enough; where it has more areas, what tells them apart. */
function shortNameOf({ name, municipality: code }: BookArea, book: ClaimBook): string {
  const municipality = book.municipalities.find((one) => one.code === code)?.name;
  if (municipality === undefined) return name;
  const several = book.areas.filter((one) => one.municipality === code).length > 1;
  return several ? name.replace(`${municipality} `, "") : municipality;
}

/** Where the exact figures of the section come from: each document once. */
function LandedSources({ claims, book, base }: { claims: readonly Claim[]; book: ClaimBook; base: string }) {
  const t = useTranslations("programme.areas");
  const locale = useLocale();
  const sources = book.sources.filter(({ code }) => claims.some(({ source }) => source === code));
  if (sources.length === 0) return null;
  return (
    <p className="landed-sources">
      {sources.map(({ code, title, publishedOn }) => (
        <SourceLink key={code} href={`${base}/claims?bron=${code}`} wrap>
          {title}
          {publishedOn !== null && `, ${shortDate(publishedOn, locale)}`}
        </SourceLink>
      ))}
      {claims.every(({ vatBasis }) => vatBasis === "net_of_bcf") && (
        <span className="small muted">{t("net")}</span>
      )}
    </p>
  );
}
