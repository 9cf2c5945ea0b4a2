import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { visibleRows } from "@/lib/domain/reconciliation/visible-rows";
import { NotFound } from "@/lib/domain/refusal";
import { shownPairings, sidesOf } from "@/lib/domain/tie-out/shown-pairings";
import { rowWords } from "@/lib/domain/tie-out/tie-items";
import type { TieOutFile } from "@/lib/domain/tie-out/tie-out-file";
import { amount, type Cell, text } from "@/lib/files/cell";
import { one } from "@/lib/input/as-of";
import { readOpened } from "@/lib/input/reconciliation";
import { readPairingsAsked } from "@/lib/input/tie-out";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { findPairings, findTieOut } from "@/lib/queries/tie-out/find-tie-out";
import { unitName } from "@/lib/views/tie-out";
import type { ExportAsked, MadeTable } from "./made";
import { statementOf } from "./statement";
import { treeTable } from "./tree-rows";

interface Sums {
  readonly theirs: bigint;
  readonly ours: bigint;
}

async function stated(
  grant: Grant<"reconciliation:read">,
  programme: ProgrammeRow,
  { locale, now }: ExportAsked,
  made: {
    readonly kind: "extern" | "koppelingen";
    readonly file: TieOutFile;
    readonly sums: Sums;
    readonly table: MadeTable["table"];
    readonly count: bigint;
    readonly shown?: string;
  },
): Promise<MadeTable> {
  const { kind, file, sums, table, count, shown } = made;
  const [t, kinds] = [
    await getTranslations({ locale, namespace: "tieOut.figures" }),
    await getTranslations({ locale, namespace: "tieOut.kinds" }),
  ];
  const asked = [file.fileName, kinds(file.kind), file.source, file.year, file.sha256, shown];
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind,
      filter: asked.flatMap((each) => (each === null || each === undefined ? [] : [String(each)])),
      asOf: file.asOf,
      rows: count,
      totals: [
        { name: t("theirs"), amount: sums.theirs },
        { name: t("ours"), amount: sums.ours },
        { name: t("difference"), amount: cents(sums.theirs - sums.ours) },
      ],
      checkpoint: await checkpointAsOf(grant, programme.id, file.asOf.knownAt),
    },
  );
  return { kind, table, statement, count, asOf: file.asOf };
}

/** The tie-out exactly as it is open on the screen. */
export async function tieOutFile(
  grant: Grant<"reconciliation:read">,
  programme: ProgrammeRow,
  asked: ExportAsked,
): Promise<MadeTable> {
  const { params, locale } = asked;
  const { open } = readOpened(params);
  const id = one(params.bestand);
  const { file, compared } = await findTieOut(grant, programme.id, id, open);
  if (compared === null) throw new NotFound(id);
  const { tree, entries } = compared;
  const shown = visibleRows(tree, new Set(open), entries);
  return stated(grant, programme, asked, {
    kind: "extern",
    file,
    sums: { theirs: tree.amount, ours: tree.reached },
    table: await treeTable(shown, { locale, root: programme.code }),
    count: BigInt(shown.length),
  });
}

const COLUMNS = [
  ["theirs", 50],
  ["ours", 40],
  ["recognisedBy", 34],
  ["theirsAmount", 20],
  ["oursAmount", 20],
  ["difference", 20],
  ["cause", 24],
] as const;

/** What belongs together and why, as it was chosen on the screen. */
export async function pairingsFile(
  grant: Grant<"reconciliation:read">,
  programme: ProgrammeRow,
  asked: ExportAsked,
): Promise<MadeTable> {
  const { params, locale } = asked;
  const { file, compared } = await findPairings(grant, programme.id, one(params.bestand));
  const { shown } = readPairingsAsked(params);
  const [t, columns, words] = [
    await getTranslations({ locale, namespace: "tieOut" }),
    await getTranslations({ locale, namespace: "ledger.export.columns" }),
    await getTranslations({ locale, namespace: "reconciliation" }),
  ];
  const rows = shownPairings(compared.pairings, shown).map((pairing): Cell[] => {
    const { theirs, ours } = sidesOf(pairing);
    const inFile = pairing.rows.map((each) => `${t("pairings.row", { row: each.row })} ${rowWords(each)}`);
    return [
      text(inFile.join("; ")),
      text(pairing.units.map(unitName).join("; ")),
      text(pairing.reasons.map((reason) => t(`reasonNames.${reason}`)).join(", ")),
      amount(theirs),
      amount(ours),
      amount(pairing.amount),
      text(pairing.cause === null ? words("closes") : words(`cause.${pairing.cause}`)),
    ];
  });
  return stated(grant, programme, asked, {
    kind: "koppelingen",
    file,
    sums: compared,
    table: { columns: COLUMNS.map(([name, width]) => ({ name, title: columns(name), width })), rows },
    count: BigInt(rows.length),
    shown: t(`pairings.shown.${shown}`),
  });
}
