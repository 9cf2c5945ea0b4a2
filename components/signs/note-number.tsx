import { useTranslations } from "next-intl";

/** The number of a money note in the programme's leaflet. */
export function NoteNumber({ number }: { number: number }) {
  const t = useTranslations("shell");
  return (
    <span className="note-no">
      <span className="hidden">{t("note")} </span>
      {number}
    </span>
  );
}
