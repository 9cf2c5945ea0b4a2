import { useTranslations } from "next-intl";
import type { OurUnit } from "@/lib/domain/tie-out/our-unit";
import type { FileRow } from "@/lib/domain/tie-out/read-row";
import { rowWords } from "@/lib/domain/tie-out/tie-items";
import { unitName } from "@/lib/views/tie-out";

/** More than these are counted, and told in the tree. */
const MOST = 5;

type RowNamesProps = { rows: readonly FileRow[]; href: (row: number) => string };

/** Rows of the file, each leading to what is known of it. */
export function RowNames({ rows, href }: RowNamesProps) {
  const t = useTranslations("tieOut.pairings");
  if (rows.length === 0) return <span className="absent">{t("noRow")}</span>;
  return (
    <ul className="plain">
      {rows.slice(0, MOST).map((one) => (
        <li key={one.row}>
          <a href={href(one.row)}>{t("row", { row: one.row })}</a>{" "}
          <span className="meta">{rowWords(one)}</span>
        </li>
      ))}
      {rows.length > MOST && <li className="meta">{t("more", { count: rows.length - MOST })}</li>}
    </ul>
  );
}

type UnitNamesProps = {
  units: readonly OurUnit[];
  base: string;
  /** Where the entries of each are. */
  entriesHref: (unit: string) => string;
};
const isAllocation = (key: string) => !key.includes(".");

/** What of ours it is, each leading to its allocation and to its entries. */
export function UnitNames({ units, base, entriesHref }: UnitNamesProps) {
  const t = useTranslations("tieOut.pairings");
  if (units.length === 0) return <span className="absent">{t("noUnit")}</span>;
  return (
    <ul className="plain">
      {units.slice(0, MOST).map((unit) => (
        <li key={unit.key}>
          {isAllocation(unit.key) ? (
            <a href={`${base}/toekenningen/${unit.key}`}>{unitName(unit)}</a>
          ) : (
            unitName(unit)
          )}{" "}
          <a
            className="small entries-of"
            href={entriesHref(unit.key)}
            aria-label={t("entriesOf", { unit: unitName(unit) })}
          >
            {t("entries")}
          </a>
        </li>
      ))}
      {units.length > MOST && <li className="meta">{t("more", { count: units.length - MOST })}</li>}
    </ul>
  );
}
