/** Something that is not as it was written. Where it can be named: the row of the table, the entry, the column. */
export interface Finding {
  readonly code: FindingCode;
  readonly file?: string;
  /** Counted from 1, without the lines above the table. */
  readonly row?: number;
  readonly entry?: string;
  readonly columns?: readonly string[];
  readonly facts?: Readonly<Record<string, string>>;
}

export type FindingCode =
  // Files
  | "nothing_to_check"
  | "file_missing"
  | "file_unexpected"
  | "file_altered"
  | "file_unreadable"
  | "bytes_only"
  // Who says so
  | "manifest_altered"
  | "manifest_unsigned"
  | "key_missing"
  | "key_not_trusted"
  | "signature_unchecked"
  | "checkpoint_missing"
  | "checkpoint_unreadable"
  | "checkpoint_signature"
  | "checkpoint_programme"
  | "checkpoint_root"
  | "checkpoint_short"
  | "checkpoint_order"
  | "checkpoint_grown"
  | "checkpoint_apart"
  // Rows
  | "statement_altered"
  | "header_altered"
  | "row_altered"
  | "row_removed"
  | "tail_removed"
  | "row_added"
  | "rows_swapped"
  | "row_moved"
  | "marks_unusable"
  | "rows_counted"
  | "sum_differs"
  // Entries
  | "entry_unreadable"
  | "entry_hash"
  | "entry_gap"
  | "entry_chain"
  | "entry_order"
  | "entry_unbalanced"
  | "entry_later"
  | "entry_effective_later"
  | "entry_programme"
  | "entry_not_included"
  | "entry_without_proof"
  | "entries_counted"
  | "total_differs";

/** Worth knowing, and nothing wrong. */
export interface Note {
  readonly code:
    | "key_from_package"
    | "signed_by"
    | "checkpoint_signed"
    | "not_covered"
    | "rows_checked"
    | "entries_checked"
    | "files_checked"
    | "known_at"
    | "practice"
    | "checkpoints_checked"
    | "entry_included";
  readonly facts?: Readonly<Record<string, string>>;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
}

export const good = ({ findings }: Verdict): boolean => findings.length === 0;

/** Findings and notes while the work goes on. */
export class Report {
  readonly findings: Finding[] = [];
  readonly notes: Note[] = [];

  says(code: FindingCode, where: Omit<Finding, "code"> = {}): void {
    this.findings.push({ code, ...where });
  }

  knows(code: Note["code"], facts: Note["facts"] = {}): void {
    this.notes.push({ code, facts });
  }
}
