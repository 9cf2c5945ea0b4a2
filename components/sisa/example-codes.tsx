import { useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SourceLink } from "@/components/signs/source-link";
import type { CodeVersion } from "@/lib/domain/sisa/code-table";

/** Published numbers of schemes that are no stream here, to see how they look; nothing is filled in from them. */
export function ExampleCodes({ examples }: { examples: readonly CodeVersion[] }) {
  const t = useTranslations("sisa.codes");
  return (
    <section className="section" aria-labelledby="voorbeelden">
      <h2 id="voorbeelden">{t("examples")}</h2>
      <p>{t("examplesText")}</p>
      <ScrollRegion label={t("examples")}>
        <table className="compact">
          <caption className="hidden">{t("examples")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("code")}</th>
              <th scope="col">{t("year")}</th>
              <th scope="col">{t("indicators")}</th>
              <th scope="col">{t("source")}</th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ code, year, scheme, indicators, source, notes }) => (
              <tr key={`${scheme}/${year}`}>
                <th scope="row" className="tnum">
                  {code}
                </th>
                <td className="tnum">{year}</td>
                <td>
                  {indicators.length === 0 ? (
                    <Absent reason="not_obtained">{t("unknown")}</Absent>
                  ) : (
                    <ul className="plain">
                      {indicators.map(({ number, label, control }, index) => (
                        <li key={number}>
                          <span className="tnum">{number}</span> {label}
                          <span className="meta">
                            {t("control")} {control ?? t("unknown")}
                            {notes[index] ? ` · ${notes[index]}` : ""}
                          </span>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
                <td>
                  <SourceLink wrap>{source}</SourceLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
