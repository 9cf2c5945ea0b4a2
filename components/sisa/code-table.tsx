import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SourceLink } from "@/components/signs/source-link";
import type { StreamCodes } from "@/lib/domain/sisa/code-table";
import { shortDate } from "@/lib/views/dates";

type Props = { streams: readonly StreamCodes[]; editHref?: (code: string) => string };

/** A block per stream: its code, its numbers and where they were found. */
export function CodeTable({ streams, editHref }: Props) {
  const t = useTranslations("sisa.codes");
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact sisa-codes">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("stream")}</th>
            <th scope="col">{t("code")}</th>
            <th scope="col">{t("indicators")}</th>
            <th scope="col">{t("source")}</th>
          </tr>
        </thead>
        <tbody>
          {streams.map((stream) => (
            <CodeRow key={stream.id} stream={stream} editHref={editHref} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function CodeRow({ stream, editHref }: { stream: StreamCodes; editHref: Props["editHref"] }) {
  const t = useTranslations("sisa.codes");
  const locale = useLocale();
  const { current } = stream;
  const outside = current !== null && current.code === null;
  return (
    <tr>
      <th scope="row">
        {stream.name}
        {stream.own && editHref && !outside && (
          <span className="meta">
            <a href={editHref(stream.code)}>
              {t(current === null ? "fill" : "change")} <span className="hidden">{stream.name}</span>
            </a>
          </span>
        )}
      </th>
      <td>
        {outside ? (
          <Absent reason="not_applicable">{t("outside")}</Absent>
        ) : current === null ? (
          <Absent reason="not_obtained">{t("unknown")}</Absent>
        ) : (
          <strong className="tnum">{current.code}</strong>
        )}
      </td>
      <td>
        {current === null || current.indicators.length === 0 ? (
          <Absent reason={outside ? "not_applicable" : "not_obtained"}>
            {t(outside ? "outside" : "unknown")}
          </Absent>
        ) : (
          <ul className="plain">
            {current.indicators.map(({ number, label, control, measure }) => (
              <li key={number}>
                <span className="tnum">{number}</span> {label}
                <span className="meta">
                  {t("control")} {control ?? t("unknown")}
                  {" · "}
                  {measure === null ? t("byMunicipality") : t("filledBy", { what: t(`measures.${measure}`) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>
        {current === null ? (
          <Absent reason="not_obtained">{t("guide")}</Absent>
        ) : (
          <>
            <SourceLink wrap>{current.source}</SourceLink>
            <span className="meta">
              {t("version", { version: current.version, date: shortDate(current.at, locale) })}
              {current.by !== null && `, ${current.by}`}. {current.reason}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}
