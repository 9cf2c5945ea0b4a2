import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { auditAction } from "@/lib/domain/audit/audit-action";
import { AUDIT_LOG } from "@/lib/domain/audit/audit-content";
import type { AuditAsked, AuditLine } from "@/lib/domain/audit/audit-line";
import { type Cell, text, whole } from "@/lib/files/cell";
import { everyAuditLine } from "@/lib/queries/audit-log/find-lines";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import type { ExportAsked, MadeFile } from "./made";
import { tableFile } from "./make-file";
import { statementOf } from "./statement";
import type { TableFormat } from "./table-bytes";

const COLUMNS = [
  ["line", 12],
  ["recorded", 28],
  ["by", 24],
  ["event", 36],
  ["name", 44],
  ["outcome", 12],
  ["programme", 30],
  ["municipality", 22],
  ["subject", 60],
  ["origin", 20],
  ["facts", 80],
] as const;

/** The lines of the audit log that are asked for, newest first, each in words and as it is stored. */
export async function auditLogFile(
  grant: Grant<"audit-log:read">,
  { asked, programme }: { readonly asked: AuditAsked; readonly programme: ProgrammeRow | null },
  format: TableFormat,
  { locale, now }: Pick<ExportAsked, "locale" | "now">,
): Promise<MadeFile> {
  const t = await getTranslations({ locale, namespace: "admin.log" });
  const title = await getTranslations({ locale, namespace: "ledger.export.columns" });
  const rowOf = (line: AuditLine): Cell[] => {
    const known = auditAction(line.action);
    return [
      whole(line.id),
      text(line.at.toISOString()),
      text(line.who),
      text(line.action),
      text(known === null ? null : t(`actions.${known}`)),
      text(t(line.outcome)),
      text((locale === "en" ? line.programme?.en : line.programme?.nl) ?? null),
      text(line.municipality),
      text(line.subjectKind === null ? null : `${line.subjectKind} ${line.subjectId ?? ""}`.trim()),
      text(line.origin),
      text(JSON.stringify(line.facts)),
    ];
  };
  const rows = (async function* () {
    for await (const line of everyAuditLine(grant, asked)) yield rowOf(line);
  })();
  const { action, outcome, from, to, text: part } = asked;
  const chosen = {
    [t("search")]: part || null,
    [t("action")]: action === null ? null : t(`actions.${action}`),
    [t("outcome")]: outcome === null ? null : t(outcome),
    [t("from")]: from,
    [t("to")]: to,
  };
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: AUDIT_LOG,
      filter: Object.entries(chosen).flatMap(([name, value]) =>
        value === null ? [] : [`${name}: ${value}`],
      ),
      asOf: null,
      rows: null,
      totals: [],
    },
  );
  const table = { columns: COLUMNS.map(([name, width]) => ({ name, title: title(name), width })), rows };
  return tableFile({ kind: AUDIT_LOG, table, statement, count: null, asOf: null }, format, locale);
}
