import { createHash } from "node:crypto";
import { keepTieOut, listTieOuts } from "@/lib/db/tie-out/files";
import { namedPlaces } from "@/lib/db/tie-out/named-places";
import { ourUnits } from "@/lib/db/tie-out/units";
import type { Tx } from "@/lib/db/transaction";
import { cents } from "@/lib/domain/money";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import type { OurUnit } from "@/lib/domain/tie-out/our-unit";
import { decimal } from "@/lib/files/cell";
import { LINE_END } from "@/lib/files/csv";
import { readGrid } from "@/lib/files/own-ledger/read-grid";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
}

const NAME = "betalingen-bank-a.csv";
const SOURCE = "Oefenbank A";
const VALID_ON = "2026-11-23";
const COLUMNS = {
  decision: "Beschikkingsnummer",
  municipality: "Begunstigde",
  area: "Gebied",
  date: "Betaaldatum",
  amount: "Bedrag",
};

interface Line {
  readonly decision: string;
  readonly municipality: string;
  readonly area: string;
  readonly date: string;
  readonly amount: string;
}

/** A payment file of a bank that is nearly what was advanced, with one of each difference that an auditor meets. */
export async function loadTieOut({ tx, structure, people }: World): Promise<void> {
  const { programmeId } = structure;
  const asOf = { validOn: VALID_ON, knownAt: instantNow(new Date()) };
  const asked = { kind: "payment", year: null, asOf } as const;
  const { units } = await ourUnits(tx, programmeId, { ...asked, until: asOf.knownAt });
  const places = await namedPlaces(tx, programmeId);
  const bare = (label: string) => label.replace(/ \(.*\)$/, "");
  const nameOf = (list: readonly { readonly id: string; readonly label: string }[], id: string) =>
    list.find((one) => one.id === id)?.label ?? "";
  const paid = units
    .filter(({ counted }) => counted !== null)
    .toSorted((a, b) => (numberOf(a) < numberOf(b) ? -1 : 1));
  const neighbour = ({ place }: OurUnit) =>
    places.areas.find(
      ({ id, municipalityId }) => municipalityId === place.municipalityId && id !== place.areaId,
    );
  const lines = paid.flatMap((unit, index) =>
    change(
      index,
      {
        decision: numberOf(unit),
        municipality: `Gemeente ${nameOf(places.municipalities, unit.place.municipalityId)}`,
        area: bare(nameOf(places.areas, unit.place.areaId)),
        date: unit.counted?.shown[0]?.effectiveOn ?? VALID_ON,
        amount: decimal(unit.counted?.amount ?? cents(0n), ","),
      },
      bare(neighbour(unit)?.label ?? ""),
    ),
  );
  const table = [...lines, ...EXTRA].map(({ decision, municipality, area, date, amount }) =>
    [decision, municipality, area, date, amount].join(";"),
  );
  const bytes = new Uint8Array(Buffer.from([Object.values(COLUMNS).join(";"), ...table, ""].join(LINE_END)));
  const read = readGrid({ bytes, fileName: NAME });
  if (read.is === "refused") throw new Error(read.problem);
  const personId = idOf(people, "auditor");
  const { id } = await keepTieOut(tx, {
    ...asked,
    programmeId,
    personId,
    source: SOURCE,
    tolerance: cents(5n),
    fileName: NAME,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes,
    grid: read.grid,
  });
  await tx.tieOutColumns.create({
    data: { tieOutId: id, programmeId, version: 1, columns: COLUMNS, createdBy: personId },
    select: { version: true },
  });
  if ((await listTieOuts(tx, programmeId)).length !== 1)
    throw new Error("the practice file is not there once");
}

const numberOf = ({ decisionNumbers }: OurUnit) => decisionNumbers[0] ?? "";

/** Most lines are what was advanced; these are not. */
function change(index: number, line: Line, otherArea: string): Line[] {
  switch (index) {
    case 1:
      return [{ ...line, decision: line.decision.replace("-20", "-02") }];
    case 2:
      return [{ ...line, amount: line.amount.replace(/\d\d$/, "04") }];
    case 3:
      return [{ ...line, amount: line.amount.replace("000,00", "125,00") }];
    case 4:
      return [];
    case 12:
      return [{ ...line, area: otherArea || line.area }];
    default:
      return [line];
  }
}

const EXTRA: readonly Line[] = [
  {
    decision: "ONB-2026-77",
    municipality: "Gemeente Oefendam",
    area: "",
    date: "2026-10-01",
    amount: "12500,00",
  },
  {
    decision: "ONB-2026-78",
    municipality: "Gemeente Proefrade",
    area: "",
    date: "2026-10-01",
    amount: "1,460",
  },
];
