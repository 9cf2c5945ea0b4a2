import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import type { BookkeepingFormat } from "./journal-file";
import type { MadeTable } from "./made";
import type { TableFormat } from "./table-bytes";

export type FileFormat = TableFormat | BookkeepingFormat;

/** "oefengegevens-oefen-grootboek-2026-11-23": practice data say so in their name as well. */
export const exportName = (programme: ProgrammeRow | null, kind: MadeTable["kind"], now: Date): string =>
  [programme?.isPractice ? "oefengegevens" : null, programme?.code, kind, dateInAmsterdam(now)]
    .filter(Boolean)
    .join("-");
