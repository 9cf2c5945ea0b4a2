import type { Grant, Permission } from "@/lib/domain/access";
import { NO_FILTER } from "@/lib/domain/ledger/entry-filter";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { readAsOf } from "@/lib/input/as-of";
import { readLedgerAsked } from "@/lib/input/ledger-filters";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import type { ExportKind } from "../export-kind";
import { exportName, type FileFormat } from "../file-name";
import { journalForBookkeeping } from "../journal-file";
import type { ExportSort } from "../kinds";
import type { ExportAsked, MadeTable } from "../made";
import { ALWAYS } from "../statement";
import { journalPart } from "./journal-part";
import { packaged } from "./package";
import type { Part, Signer } from "./plan";
import { tablePart } from "./table-part";

interface Proving {
  /** For the permission of the sort. */
  readonly grant: Grant<Permission>;
  readonly programme: ProgrammeRow;
  readonly asked: ExportAsked;
  readonly signer: Signer | null;
  /** Told of every row that is written, and before it how many there will be. */
  readonly passes: () => void;
  readonly expects: (count: bigint | null) => void;
}

/** One file of the screen with what proves it, as a zip. */
export async function provedFile(
  { kind, make }: ExportSort & { readonly kind: ExportKind },
  format: FileFormat,
  { grant, programme, asked, signer, passes, expects }: Proving,
): Promise<AsyncGenerator<Uint8Array>> {
  const journal = grant as Grant<"journal:read">;
  const path = `${kind}.${format}`;
  const dates = datesOf(kind, asked);
  const base = exportName(programme, kind, new Date(dates.knownAt));
  const parts: Part[] = [];
  if (format === "journal" || format === "beancount")
    parts.push(async function* (sealer) {
      const { bytes } = await journalForBookkeeping(journal, programme, asked, format);
      yield sealer.file(path, bytes);
    });
  else {
    const made = async (): Promise<MadeTable> => {
      const one = await make(grant, programme, asked);
      expects(one.count);
      return counting(one, passes);
    };
    parts.push(tablePart(made, path, format, asked.locale));
  }
  const entries = entriesOf(kind, asked);
  if (entries !== null) parts.push(journalPart(journal, programme.id, entries));
  return packaged({ base, programme, asked, what: kind, ...dates, parts, signer });
}

function counting(made: MadeTable, passes: () => void): MadeTable {
  const rows = (async function* () {
    for await (const row of made.table.rows) {
      passes();
      yield row;
    }
  })();
  return { ...made, table: { ...made.table, rows } };
}

/** What is asked with two dates; the journal has one, and the rest stands as it is now. */
const OF_TWO_DATES: ReadonlySet<ExportKind> = new Set([
  "aansluiting",
  "grootboek",
  "overzicht",
  "geschiedenis",
]);

function datesOf(
  kind: ExportKind,
  { params, now }: ExportAsked,
): { validOn: string | null; knownAt: string } {
  const { asOf } = readAsOf(params, now);
  if (OF_TWO_DATES.has(kind)) return asOf;
  return { validOn: null, knownAt: kind === "journaal" ? asOf.knownAt : instantNow(now) };
}

/** The entries that are the rows; other tables are sums of what is known, and have their marks alone. */
function entriesOf(kind: ExportKind, { params, now }: ExportAsked) {
  if (kind === "grootboek") {
    const { filter, asOf } = readLedgerAsked(params, now);
    return { filter, asOf, whole: false };
  }
  if (kind !== "journaal") return null;
  const { knownAt } = readAsOf(params, now).asOf;
  return { filter: NO_FILTER, asOf: { validOn: ALWAYS, knownAt }, whole: true };
}
