import { useTranslations } from "next-intl";
import type { FileBack } from "@/lib/domain/report-workbook/report-upload";

type RefusedFileProps = { fileName: string; by: string; back: FileBack; file: string };

/** Where a file is that was refused as a whole: to be had back by who brought it, or not kept, and then why. */
export function RefusedFile({ fileName, by, back, file }: RefusedFileProps) {
  const t = useTranslations("workbook");
  return (
    <p>
      {back === "yes" ? (
        <a href={file} download>
          {t("earlier.original", { name: fileName })}
        </a>
      ) : (
        t(`preview.${back}`, { who: by })
      )}
    </p>
  );
}
