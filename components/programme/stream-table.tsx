import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { NoteNumber } from "@/components/signs/note-number";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import type { Lane } from "@/lib/domain/overview/headline";
import { millions } from "@/lib/views/money";

type Props = { book: ClaimBook; lanes: readonly Lane[]; base: string };

/** Every stream, with the published amount that stands in the programme's first publication. */
export function StreamTable({ book, lanes, base }: Props) {
  const t = useTranslations("programme.streams");
  const notes = useTranslations("programme.notes");
  const claims = useTranslations("claims.earmark");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[
            notes("note"),
            notes("stream"),
            notes("ministry"),
            notes("earmark"),
            { amount: `${t("claimed")} (${notes("amount")})` },
          ]}
        />
        <tbody role="rowgroup">
          {book.streams.map(({ code, note, shortName, officialName, ministries, earmark }) => {
            const figures = lanes.find(({ stream }) => stream?.code === code)?.figures ?? [];
            return (
              <tr role="row" key={code}>
                <td role="cell">{note !== null && <NoteNumber number={note} />}</td>
                <th scope="row" role="rowheader">
                  <a href={`${base}/geldstromen/${code}`}>{shortName}</a>
                  {officialName !== shortName && <span className="meta">{officialName}</span>}
                </th>
                <td role="cell" data-label={notes("ministry")}>
                  {ministries.length === 0 ? notes("unknownMinistry") : ministries.join(", ")}
                </td>
                <td role="cell" data-label={notes("earmark")}>
                  {claims(earmark)}
                </td>
                <td role="cell" className="amount" data-label={notes("amount")}>
                  {figures.length === 0 ? (
                    <Absent reason="not_published" />
                  ) : (
                    figures.map((one) => millions(one, locale)).join(` ${notes("or")} `)
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
