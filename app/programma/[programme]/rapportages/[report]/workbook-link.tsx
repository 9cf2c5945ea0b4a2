import { useTranslations } from "next-intl";

/** To the workbook of this report. */
export function WorkbookLink({ path }: { path: string }) {
  return (
    <p className="small">
      <a href={`${path}/werkboek`}>{useTranslations("workbook")("link")}</a>
    </p>
  );
}
