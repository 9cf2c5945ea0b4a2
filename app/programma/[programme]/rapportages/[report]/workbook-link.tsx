import { useTranslations } from "next-intl";

/** To the workbook of this report: to fill it in, or to see what was brought. */
export function WorkbookLink({ path, fill }: { path: string; fill: boolean }) {
  const t = useTranslations("workbook");
  return (
    <p className="small">
      <a href={`${path}/werkboek`}>{t(fill ? "link" : "linkRead")}</a>
    </p>
  );
}
