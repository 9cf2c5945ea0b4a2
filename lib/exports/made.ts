import type { AUDIT_LOG } from "@/lib/domain/audit/audit-content";
import type { PACKAGE_KIND } from "@/lib/domain/exports/job";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { Statement, Table } from "@/lib/files/cell";
import type { Asked } from "@/lib/input/as-of";
import type { Locale } from "@/lib/views/locale";
import type { ExportKind } from "./export-kind";

/** What is asked of an export: the same question in the same language at the same moment gives the same bytes. */
export interface ExportAsked {
  readonly params: Asked;
  readonly locale: Locale;
  readonly now: Date;
}

/** A table with what it is, before it is written in one format or another. Its first column says what a row is about. */
export interface MadeTable {
  readonly kind: ExportKind | typeof PACKAGE_KIND | typeof AUDIT_LOG;
  readonly table: Table;
  readonly statement: Statement;
  /** How many rows it has, before they are read; null when that is not known then. */
  readonly count: bigint | null;
  /** Null for what has no second date: it is as it stands now. */
  readonly asOf: AsOf | null;
}

/** A file while it is made. */
export interface MadeFile {
  readonly bytes: AsyncGenerator<Uint8Array>;
  /** How many rows were written; known when the last byte is. */
  readonly rows: () => bigint;
  /** The same before it begins; null when that is not known. */
  readonly expected: bigint | null;
}
