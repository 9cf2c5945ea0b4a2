import { useTranslations } from "next-intl";
import { ColumnForm } from "@/components/columns/column-form";
import type { FormAction } from "@/components/forms/form-state";
import type { Grid } from "@/lib/domain/own-ledger/grid";
import { ROW_COLUMNS, type RowMapping } from "@/lib/domain/tie-out/row-columns";

type RowColumnFormProps = {
  action: FormAction;
  title: string;
  file: string;
  source: string;
  version: number;
  grid: Grid;
  columns: RowMapping;
};

/** Which column of an external file is what; kept for its source. */
export function RowColumnForm({ file, source, version, ...form }: RowColumnFormProps) {
  const t = useTranslations("tieOut.columns");
  return (
    <ColumnForm
      {...form}
      text={t("text", { source })}
      hidden={{ file, version: String(version) }}
      fields={ROW_COLUMNS.map((name) => ({
        name,
        label: t(`names.${name}`),
        hint: t(`hints.${name}`),
        needed: name === "amount",
      }))}
    />
  );
}
