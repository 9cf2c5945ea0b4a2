import type { FileProblem } from "@/lib/domain/entry/entry-file";
import type { Pickable } from "@/lib/domain/entry/pick";
import type { CheckedRow, KnownRow } from "@/lib/domain/entry/sheet-row";
import type { Headings } from "./sheet-columns";

/** What the worker is given. */
export interface ReadingTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly headings: Headings;
  /** Codes of the programme and of stream and tranche, which the file must be of. */
  readonly programme: string;
  readonly tranche: string;
  readonly trancheId: string;
  readonly years: readonly number[];
  readonly areas: readonly Pickable[];
  readonly themes: readonly Pickable[];
  readonly known: readonly KnownRow[];
}

/** Said instead of everything else: why the file is not read. */
export interface Refused {
  readonly is: "refused";
  readonly problem: FileProblem;
  readonly facts: Readonly<Record<string, string>>;
}

/** What the worker says, in this order. */
export type ReadingMessage =
  | Refused
  | {
      readonly is: "accepted";
      readonly rows: number;
      readonly template: string | null;
      readonly sheet: string;
    }
  | { readonly is: "progress"; readonly done: number; readonly memory: number }
  | { readonly is: "done"; readonly rows: readonly CheckedRow[]; readonly memory: number };
