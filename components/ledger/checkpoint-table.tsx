import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { Tag } from "@/components/signs/tag";
import { checkpointAddress } from "@/lib/domain/ledger/checkpoint-address";
import { instant } from "@/lib/views/dates";
import { count } from "@/lib/views/digits";

interface Row {
  /** Code of the programme, or of the audit log. */
  readonly programme: string;
  readonly of: {
    readonly nameNl: string;
    readonly nameEn: string;
    readonly isPractice: boolean;
  } | null;
  readonly size: string;
  readonly root: string;
  readonly at: string;
  readonly keyId: string;
  readonly since: string | null;
}

/** Checkpoints with their file, and whether each was proved to go on from the one before it. */
export function CheckpointTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("ledger.checkpoints");
  const columns = ["size", "since", "at", "root", "fileHead"] as const;
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-2 checkpoints" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[
            t("programme"),
            ...columns.map((column) =>
              column === "size" || column === "since" ? { amount: t(column) } : t(column),
            ),
          ]}
        />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <CheckpointLine row={row} key={row.programme + row.size + row.at} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function CheckpointLine({ row: { programme, of, size, since, root, at, keyId } }: { row: Row }) {
  const t = useTranslations("ledger.checkpoints");
  const locale = useLocale();
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {(locale === "en" ? of?.nameEn : of?.nameNl) ?? t("log")}{" "}
        {of?.isPractice && <Tag tone="warn">{t("practice")}</Tag>}
      </th>
      <td role="cell" className="amount" data-label={t("size")}>
        {count(BigInt(size), locale)}
      </td>
      <td role="cell" className="amount" data-label={t("since")}>
        {since === null ? t("firstOne") : count(BigInt(since), locale)}
      </td>
      <td role="cell" className="tnum nowrap" data-label={t("at")}>
        {instant(new Date(at), locale)}
      </td>
      <td role="cell" data-label={t("root")}>
        <div>
          <span className="mono fingerprint">{root}</span>
          <span className="meta">
            {t("key")} <span className="mono">{keyId}</span>
          </span>
        </div>
      </td>
      <td role="cell" data-label={t("fileHead")}>
        <a href={checkpointAddress(programme, BigInt(size))}>
          {t("keep")}
          <span className="hidden"> {t("keepOf", { programme, size })}</span>
        </a>
      </td>
    </tr>
  );
}
