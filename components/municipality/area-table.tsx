import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountCell } from "@/components/signs/amount";
import { AmountText } from "@/components/signs/amount-text";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import { StackHead } from "@/components/signs/stack-head";
import {
  type AreaFigures,
  lapses,
  type PlaceFigures,
  type PlaceSums,
} from "@/lib/domain/municipality/area-figures";
import { shortDate } from "@/lib/views/dates";
import { amountParts } from "@/lib/views/money";

const COLUMNS = ["allocated", "received", "spent", "forecast"] as const;

type AreaTableProps = { areas: readonly AreaFigures[]; sums: PlaceSums };

/** Every area by itself, with its streams: what was allocated, received, spent and expected, and what would lapse when. */
export function AreaTable({ areas, sums }: AreaTableProps) {
  const t = useTranslations("municipality");
  return (
    <section className="section" aria-labelledby="gebieden">
      <SectionHead id="gebieden" title={t("areas")} note={t("unit")} />
      <ScrollRegion label={t("areas")}>
        <table className="stack stack-figures" role="table">
          <caption className="hidden">{t("areas")}</caption>
          <StackHead
            columns={[
              t("stream"),
              ...COLUMNS.map((column) => ({ amount: t(column) })),
              { amount: t("lapses") },
            ]}
          />
          {areas.map((area) => (
            <Area key={area.code} area={area} single={areas.length === 1} />
          ))}
          {areas.length > 1 && (
            <tfoot role="rowgroup">
              <tr role="row" className="total">
                <th scope="row" role="rowheader">
                  {t("total")}
                </th>
                <Sums sums={sums} />
              </tr>
            </tfoot>
          )}
        </table>
      </ScrollRegion>
      <p className="small muted above-s">{t("lapsesText")}</p>
    </section>
  );
}

function Area({ area, single }: { area: AreaFigures; single: boolean }) {
  const t = useTranslations("municipality");
  return (
    <tbody role="rowgroup">
      <tr role="row" className="group">
        <th scope="rowgroup" role="rowheader" colSpan={COLUMNS.length + 2}>
          {area.name}
        </th>
      </tr>
      {area.places.map((place) => (
        <Place key={`${place.streamCode}${place.trancheName}`} place={place} />
      ))}
      <tr role="row" className={single ? "total" : "sum"}>
        <th scope="row" role="rowheader">
          {t("areaTotal", { area: area.name })}
        </th>
        <Sums sums={area.sums} />
      </tr>
    </tbody>
  );
}

function Place({ place }: { place: PlaceFigures }) {
  const t = useTranslations("municipality");
  const locale = useLocale();
  const left = lapses(place);
  const amount = (column: (typeof COLUMNS)[number]) => (
    <AmountCell
      key={column}
      value={place[column]}
      absent={column === "received" ? "none" : "expected"}
      label={t(column)}
    />
  );
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {place.streamName}
        <span className="meta">{place.trancheName}</span>
      </th>
      {COLUMNS.map(amount)}
      <td role="cell" className="amount" data-label={t("lapses")}>
        <span>
          {left === null ? (
            <Absent reason="undetermined" />
          ) : (
            <AmountText parts={amountParts(left, locale)} />
          )}
        </span>
        {place.expiresOn !== null && (
          <span className="meta">{t("on", { date: shortDate(place.expiresOn, locale) })}</span>
        )}
      </td>
    </tr>
  );
}

function Sums({ sums }: { sums: PlaceSums }) {
  const t = useTranslations("municipality");
  return (
    <>
      {COLUMNS.map((column) => (
        <AmountCell
          key={column}
          value={sums[column]}
          absent={column === "received" ? "none" : "incomplete"}
          label={t(column)}
        />
      ))}
      <AmountCell value={sums.lapses} absent="incomplete" label={t("lapses")} />
    </>
  );
}
