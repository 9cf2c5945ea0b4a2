import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { PACKAGE_KIND } from "@/lib/domain/exports/job";
import { cents } from "@/lib/domain/money";
import { amount, type Cell, date, text, whole } from "@/lib/files/cell";
import { getObject } from "@/lib/files/evidence/object-store";
import { objectStore } from "@/lib/files/evidence/settings";
import { one, readAsOf } from "@/lib/input/as-of";
import {
  type ColumnKind,
  findPackagePart,
  type PackagePart,
  packageDocuments,
  packageTables,
  type ReadTable,
} from "@/lib/queries/exports/package-content";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { exportName } from "../file-name";
import type { ExportAsked, MadeTable } from "../made";
import { ALWAYS, chosen, statementOf } from "../statement";
import { journalPart } from "./journal-part";
import { packaged } from "./package";
import type { Part, Signer } from "./plan";
import { tablePart } from "./table-part";

/** The plain script with which an auditor computes every headline again. */
const SCRIPT = "geldstroom-herbereken.mjs";

interface Packing {
  readonly programme: ProgrammeRow;
  readonly asked: ExportAsked;
  readonly signer: Signer | null;
  readonly passes: () => void;
}

type PackageGrants = {
  readonly reconciliation: Grant<"reconciliation:read">;
  readonly journal: Grant<"journal:read">;
};

/** "oefengegevens-oefen-controlepakket-2026-11-23-OEF01-2024": its folder and its zip, told apart by what they are about. */
export function packageName(programme: ProgrammeRow, { params, now }: ExportAsked): string {
  const { knownAt } = readAsOf(params, now).asOf;
  const about = [one(params.geldstroom), one(params.gemeente), one(params.jaar)];
  return [exportName(programme, PACKAGE_KIND, new Date(knownAt)), ...about]
    .filter((word) => word !== "")
    .join("-");
}

/** Everything about the programme, a stream, or a municipality in a year, with what proves and what checks it. */
export async function auditPackage(
  { reconciliation, journal }: PackageGrants,
  { programme, asked, signer, passes }: Packing,
): Promise<AsyncGenerator<Uint8Array>> {
  const { params, now } = asked;
  const { knownAt } = readAsOf(params, now).asOf;
  const [stream, municipality, year] = [one(params.geldstroom), one(params.gemeente), one(params.jaar)];
  const part = await findPackagePart(reconciliation, programme.id, {
    stream: stream || null,
    municipality: municipality || null,
    year: /^20\d\d$/.test(year) ? Number.parseInt(year, 10) : null,
    knownAt,
  });
  const everything = stream === "" && municipality === "" && part.scope.year === null;
  const asOf = { validOn: ALWAYS, knownAt };
  const tables = packageTables(reconciliation, part).map((table) => {
    // What scripts read is JSON; what people read is csv.
    const format = table.name === "kopcijfers" || table.name === "namen" ? "json" : "csv";
    const made = () => madeTable(table, part, { programme, asked, passes });
    return tablePart(made, `${table.name}.${format}`, format, asked.locale);
  });
  const parts: Part[] = [
    journalPart(journal, programme.id, { filter: part.filter, asOf, whole: everything }),
    ...tables,
    documentsPart(reconciliation, part),
    async function* (sealer) {
      yield sealer.file(SCRIPT, [await readFile(join(process.cwd(), "public", SCRIPT))]);
    },
  ];
  const base = packageName(programme, asked);
  return packaged({ base, programme, asked, what: PACKAGE_KIND, validOn: null, knownAt, parts, signer });
}

/** The documents themselves; each is checked against the hash with which it was received. */
const documentsPart = (grant: Grant<"reconciliation:read">, part: PackagePart): Part =>
  async function* (sealer) {
    const store = objectStore();
    for (const { path, objectKey, pieces, checked } of await packageDocuments(grant, part)) {
      const source = objectKey === null || store === null ? pieces : await getObject(store, objectKey);
      yield sealer.file(path, checked(source));
    }
  };

function cellOf(kind: ColumnKind, value: string | null): Cell {
  if (value === null) return null;
  switch (kind) {
    case "text":
      return text(value);
    case "amount":
      return amount(cents(BigInt(value)));
    case "whole":
      return whole(BigInt(value));
    case "date":
      return date(value);
  }
}

async function madeTable(
  { name, columns, rows }: ReadTable,
  { scope, codes }: PackagePart,
  { programme, asked, passes }: Omit<Packing, "signer">,
): Promise<MadeTable> {
  const t = await getTranslations({ locale: asked.locale, namespace: "exports.package.tables" });
  const kinds = Object.entries(columns);
  const cells = (async function* () {
    for await (const row of rows()) {
      passes();
      yield kinds.map(([column, kind]) => cellOf(kind, row[column] ?? null));
    }
  })();
  return {
    kind: PACKAGE_KIND,
    table: {
      columns: kinds.map(([column]) => ({ name: column, title: column, width: 20 })),
      rows: cells,
    },
    statement: await statementOf(asked, {
      programme,
      kind: PACKAGE_KIND,
      filter: [
        t(name),
        ...(await chosen(asked.locale, {
          stream: codes.stream,
          municipality: codes.municipality,
          year: scope.year,
        })),
      ],
      asOf: { validOn: ALWAYS, knownAt: scope.knownAt },
      rows: null,
      totals: [],
    }),
    count: null,
    asOf: { validOn: ALWAYS, knownAt: scope.knownAt },
  };
}
