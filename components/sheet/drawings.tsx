import { useLocale, useTranslations } from "next-intl";
import { AreaMap, type AreaTone } from "@/components/charts/area-map";
import { FlowSankey } from "@/components/charts/flow-sankey";
import { AREAS, sampleFlow } from "./sample";

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
