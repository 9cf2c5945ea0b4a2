import { useTranslations } from "next-intl";
import { ColumnForm } from "@/components/columns/column-form";
import type { FormAction } from "@/components/forms/form-state";
import { type ColumnMapping, LEDGER_COLUMN_SET, LEDGER_COLUMNS } from "@/lib/domain/own-ledger/columns";
import type { Grid } from "@/lib/domain/own-ledger/grid";

type LedgerColumnFormProps = {
  action: FormAction;
  title: string;
  uploadId: string;
  version: number;
  grid: Grid;
  columns: ColumnMapping;
};

/** Which column of the bookkeeping is what; kept for the municipality. */
export function LedgerColumnForm({ uploadId, version, ...form }: LedgerColumnFormProps) {
  const t = useTranslations("ownLedger.columns");
  return (
    <ColumnForm
      {...form}
      text={t("text")}
      hidden={{ uploadId, version: String(version) }}
      fields={LEDGER_COLUMNS.map((name) => ({
        name,
        label: t(`names.${name}`),
        hint: t(`hints.${name}`),
        needed: LEDGER_COLUMN_SET.needed.includes(name),
      }))}
    />
  );
}
