import { useLocale, useTranslations } from "next-intl";
import { ClaimSource } from "@/components/claims/claim-source";
import { Absent } from "@/components/signs/absent";
import { DiffTag } from "@/components/signs/diff-tag";
import { NoteNumber } from "@/components/signs/note-number";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import type { Lane } from "@/lib/domain/overview/headline";
import { NoteAside } from "./note-aside";
import { NoteTags } from "./note-tags";

type NoteRowProps = { lane: Lane; book: ClaimBook; base: string; figures: string };

/** One part of the published total: what, how much, who pays, in which words, and where that is written. */
export function NoteRow({ lane, book, base, figures }: NoteRowProps) {
  const t = useTranslations("programme.notes");
  const claims = useTranslations("claims");
  const locale = useLocale();
  const { stream, claim, conflict, decided, note, rivals } = lane;
  const href = claim === null ? `${base}/bronconflicten/${conflict ?? ""}` : `${base}/claims/${claim.code}`;
  const sources = claim === null ? rivals : [claim];
  const now = stream?.owners.filter(
    ({ to, ministry }) => to === null && !stream.ministries.includes(ministry),
  );
  return (
    <tr role="row">
      <td role="cell">{note !== null && <NoteNumber number={note} />}</td>
      <th scope="row" role="rowheader">
        <a href={stream === null ? href : `${base}/geldstromen/${stream.code}`}>{lane.name[locale]}</a>
        {claim !== null && <NoteAside claim={claim} book={book} base={base} />}
      </th>
      <td role="cell" className="amount key-amount" data-label={t("amount")}>
        {figures === "" ? <Absent reason="not_published" /> : <a href={href}>{figures}</a>}
        {conflict !== null && decided === null ? (
          <>
            <br />
            <DiffTag cause="source_conflict" href={`${base}/bronconflicten/${conflict}`} />
          </>
        ) : (
          claim !== null && <NoteTags claim={claim} book={book} base={base} />
        )}
      </td>
      <td role="cell" data-label={t("ministry")}>
        {stream === null || stream.ministries.length === 0
          ? t("unknownMinistry")
          : [
              stream.ministries.join(", "),
              ...(now ?? []).slice(0, 1).map(({ ministry }) => t("now", { ministry })),
            ].join(", ")}
      </td>
      <td role="cell" data-label={t("verb")}>
        {claim?.statusVerb ? <q>{claim.statusVerb}</q> : t("noVerb")}
      </td>
      <td role="cell" data-label={t("earmark")}>
        {claims(`earmark.${stream?.earmark ?? "unknown"}`)}
      </td>
      <td role="cell" data-label={t("source")}>
        {sources.map((one) => (
          <ClaimSource key={one.code} claim={one} book={book} base={base} />
        ))}
      </td>
    </tr>
  );
}
