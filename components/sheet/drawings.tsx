import { useLocale, useTranslations } from "next-intl";
import { AreaMap, type AreaTone } from "@/components/charts/area-map";
import { BarByYear } from "@/components/charts/bar-by-year";
import { FlowSankey } from "@/components/charts/flow-sankey";
import { ShareBar } from "@/components/charts/share-bar";
import { millions } from "@/lib/views/money";
import { plotShare } from "@/lib/views/plot";
import { AREAS, sampleFlow, YEARS } from "./sample";

const TONES = ["exclusive", "priority", "share", "uncertain"] as const;

export function Flow() {
  const t = useTranslations("sheet.charts");
  const locale = useLocale();
  const names = {
    exclusive: t("exclusive"),
    priority: t("priority"),
    share: t("share"),
    uncertain: t("uncertain"),
  };
  const flow = sampleFlow(locale, names);
  return (
    <section className="section" aria-labelledby="stroomdiagram">
      <h2 id="stroomdiagram" className="below-s">
        {t("flow")}
      </h2>
      <FlowSankey
        flow={flow}
        columns={[t("from"), t("through"), t("to")]}
        label={t("flowLabel")}
        legend={TONES.map((tone) => ({ tone, name: names[tone] }))}
        unpublished={t("unpublished")}
        caption={t("flowCaption")}
      />
      <table className="compact table-narrow above-m">
        <caption>{t("flowTable")}</caption>
        <tbody>
          {flow.nodes
            .filter((node) => node.column === 1)
            .map((node) => (
              <tr key={node.id}>
                <th scope="row">{node.label}</th>
                <td className="amount">{node.amount === "" ? t("unpublished") : node.amount}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

export function AreasOnMap() {
  const t = useTranslations("sheet.charts");
  const names: Record<AreaTone, string> = {
    named: t("named"),
    uncertain: t("uncertainArea"),
    none: t("none"),
  };
  return (
    <section className="section" aria-labelledby="kaart">
      <h2 id="kaart" className="below-s">
        {t("map")}
      </h2>
      <div className="cols cols-1-1">
        <AreaMap
          areas={AREAS}
          label={t("mapLabel")}
          legend={(Object.keys(names) as AreaTone[]).map((tone) => ({ tone, name: names[tone] }))}
          caption={t("mapCaption")}
        />
        <table className="compact">
          <caption className="hidden">{t("mapTable")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("area")}</th>
              <th scope="col">{t("known")}</th>
            </tr>
          </thead>
          <tbody>
            {AREAS.map((area) => (
              <tr key={area.id}>
                <th scope="row">{area.label}</th>
                <td>{names[area.tone]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function ByYear() {
  const t = useTranslations("sheet.charts");
  const locale = useLocale();
  const most = YEARS.flatMap(({ amounts }) => Object.values(amounts)).reduce(
    (high, one) => (one > high ? one : high),
    0n,
  );
  const names = {
    wijken: "Oefenregeling Wijken",
    wonen: "Oefenregeling Wonen",
    jeugd: "Oefenregeling Jeugd",
  };
  const series = Object.entries(names).map(([key, name]) => ({ key, name }));
  return (
    <section className="section" aria-labelledby="jaren-grafiek">
      <h2 id="jaren-grafiek" className="below-s">
        {t("years")}
      </h2>
      <BarByYear
        label={t("yearsLabel")}
        unit={t("unit")}
        series={series}
        rows={YEARS.map(({ year, amounts }) => ({
          year,
          values: Object.fromEntries(
            Object.entries(amounts).map(([key, value]) => [
              key,
              { plot: plotShare(value, 100_000_000n), text: millions(value, locale, 3) },
            ]),
          ),
        }))}
      >
        <table className="compact">
          <caption>{t("yearsTable")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("year")}</th>
              {series.map(({ key, name }) => (
                <th scope="col" className="amount" key={key}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {YEARS.map(({ year, amounts }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {series.map(({ key }) => (
                  <td className="amount" key={key}>
                    {millions(amounts[key as keyof typeof names], locale, 3)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </BarByYear>
      <h3 className="above-l below-s">{t("shareOf")}</h3>
      <ShareBar part={YEARS[0]?.amounts.jeugd ?? 0n} whole={most} />
    </section>
  );
}
