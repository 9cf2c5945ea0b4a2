import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClaimSource } from "@/components/claims/claim-source";
import { Absent } from "@/components/signs/absent";
import { SectionHead } from "@/components/signs/section-head";
import { StackHead } from "@/components/signs/stack-head";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import { sum } from "@/lib/domain/money";
import type { Lane } from "@/lib/domain/overview/headline";
import type { Headline } from "@/lib/domain/reconciliation/headline";
import { qualifier } from "@/lib/views/claims";
import { millions } from "@/lib/views/money";
import { NoteRow } from "./note-row";

type Props = { lanes: readonly Lane[]; headline: Headline; book: ClaimBook; base: string };

/** The parts of the published total, and by name what keeps them from adding up. */
export function NoteTable({ lanes, headline, book, base }: Props) {
  const t = useTranslations("programme.notes");
  const locale = useLocale();
  const certain = lanes.filter(({ figures, conflict }) => figures.length === 1 && conflict === null);
  const contested = lanes.filter(({ conflict }) => conflict !== null);
  const without = lanes.filter(({ figures, conflict }) => figures.length === 0 && conflict === null);
  const whole = book.claims.need(headline.claim.code);
  const figures = (lane: Lane) => lane.figures.map((one) => millions(one, locale)).join(` ${t("or")} `);
  return (
    <section className="section" aria-labelledby="noten">
      <SectionHead id="noten" title={t("title")} note={t("unit")} />
      <table className="stack notes" role="table" aria-labelledby="noten">
        <StackHead
          columns={[
            t("note"),
            t("stream"),
            { amount: t("amount") },
            t("ministry"),
            t("verb"),
            t("earmark"),
            t("source"),
          ]}
        />
        <tbody role="rowgroup">
          {lanes.map((lane) => (
            <NoteRow key={lane.key} lane={lane} book={book} base={base} figures={figures(lane)} />
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <FootRow
            kind="sum"
            name={t("sum", { count: certain.length })}
            figure={millions(sum(certain.flatMap((lane) => lane.figures)), locale)}
          />
          {contested.map((lane) => (
            <FootRow
              key={lane.key}
              kind="diff"
              name={t(lane.decided === null ? "open" : "decided", { name: lane.name[locale] })}
              meta={lane.decided === null ? `${figures(lane)}; ${t("notChosen")}` : undefined}
              figure={
                lane.decided === null ? t("openState") : figures(lane) === "" ? t("adds0") : figures(lane)
              }
            />
          ))}
          {without.map((lane) => (
            <FootRow
              key={lane.key}
              kind="diff"
              name={t("without", { name: lane.name[locale] })}
              figure={<Absent reason="not_published" />}
            />
          ))}
          <FootRow
            kind="total"
            name={t("claim")}
            figure={[qualifier(whole, locale), millions(headline.claim.amount, locale)]
              .filter(Boolean)
              .join(" ")}
            rest={<ClaimSource claim={whole} book={book} base={base} />}
          />
        </tfoot>
      </table>
    </section>
  );
}

type FootProps = {
  kind: "sum" | "diff" | "total";
  name: string;
  meta?: string;
  figure: ReactNode;
  rest?: ReactNode;
};

function FootRow({ kind, name, meta, figure, rest }: FootProps) {
  return (
    <tr role="row" className={kind}>
      <td role="cell" className={kind === "diff" ? "wide-only edge-cell" : "wide-only"} />
      <th scope="row" role="rowheader">
        {name}
        {meta !== undefined && <span className="meta">{meta}</span>}
      </th>
      <td role="cell" className="amount">
        {figure}
      </td>
      <td role="cell" className="wide-only" colSpan={4}>
        {rest}
      </td>
    </tr>
  );
}
