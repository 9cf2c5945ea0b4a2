import { isoDate } from "@/lib/db/dates";
import { contentHash } from "@/lib/db/hash";
import { writeImport } from "@/lib/db/own-ledger/bookings";
import { readMapping, writeMapping } from "@/lib/db/own-ledger/mappings";
import type { Tx } from "@/lib/db/transaction";
import { cents, sum } from "@/lib/domain/money";
import type { AccountRule } from "@/lib/domain/own-ledger/account-mapping";
import { countLeftOut, type MappedBooking } from "@/lib/domain/own-ledger/sort-bookings";
import type { People } from "./people";
import { SeededRandom } from "./random";
import { idOf, type Structure } from "./structure";
import { PRACTICE } from "./structure-data";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
}

const MUNICIPALITY = "OEF01";
const WINDOW = "OW-1-2023";
const COLUMNS = {
  date: "Boekdatum",
  number: "Boekingsnummer",
  line: "Regel",
  account: "Grootboekrekening",
  costCentre: "Kostenplaats",
  description: "Omschrijving",
  amount: "Bedrag",
};
const WORDS = ["Factuur uitvoering", "Inhuur projectleider", "Subsidie aan instelling", "Huur ruimte"];

/** One municipality's mapping, and the bookings behind a report of it that was accepted. */
export async function loadOwnLedger({ tx, structure, people }: World): Promise<void> {
  const random = new SeededRandom(`${PRACTICE.seed}/eigen grootboek`);
  const municipalityId = idOf(structure.organisations, MUNICIPALITY);
  const report = await tx.report.findFirstOrThrow({
    where: { municipalityId, windowId: idOf(structure.windows, WINDOW) },
    include: { window: true, lines: { include: { area: true, theme: true } } },
  });
  const { streamId, trancheId } = report.window;
  const lines = report.lines.toSorted((a, b) =>
    `${a.area.code}/${a.theme.code}` < `${b.area.code}/${b.theme.code}` ? -1 : 1,
  );
  const accounts: AccountRule[] = lines.map(({ areaId, themeId }, index) => ({
    account: `4431${String(index + 1).padStart(2, "0")}`,
    costCentre: index % 2 === 0 ? "7120" : "7130",
    place: { streamId, trancheId, themeId, areaId },
  }));
  const elsewhere: AccountRule = { account: "448000", costCentre: "7120", place: null };
  const bookings = lines.flatMap((line, index): MappedBooking[] => {
    const rule = accounts[index];
    if (rule === undefined || line.spentCents === null) return [];
    return split(line.spentCents, random).map((amount, part) => ({
      row: 0,
      bookedOn: `2023-${String(1 + ((part * 2 + index) % 12)).padStart(2, "0")}-${String(3 + index * 3 + part).padStart(2, "0")}`,
      number: `2023-${String(400 + index * 17 + part).padStart(5, "0")}`,
      line: "1",
      account: rule.account,
      costCentre: rule.costCentre,
      description: `${WORDS[(index + part) % WORDS.length]} ${line.theme.nameNl.toLowerCase()}`,
      amount: cents(amount),
      areaId: line.areaId,
      themeId: line.themeId,
    }));
  });
  const inOrder = bookings
    .toSorted((a, b) => (`${a.bookedOn}${a.number}` < `${b.bookedOn}${b.number}` ? -1 : 1))
    .map((booking, index) => ({ ...booking, row: index + 2 }));
  const owner = { programmeId: structure.programmeId, municipalityId };
  const personId = idOf(people, "coordinator");
  await writeMapping(tx, { ...owner, version: 1, columns: COLUMNS, accounts, personId });
  await writeMapping(tx, {
    ...owner,
    version: 2,
    columns: COLUMNS,
    accounts: [...accounts, elsewhere],
    personId,
  });
  const mapping = await readMapping(tx, owner);
  await writeImport(tx, {
    ...owner,
    reportId: report.id,
    mappingId: mapping?.id ?? "",
    fileName: `boekingen-oefenwijken-${isoDate(report.window.endsOn).slice(0, 4)}.xlsx`,
    sha256: contentHash(inOrder),
    total: sum(inOrder.map(({ amount }) => amount)),
    leftOut: { ...countLeftOut([]), outside: 2, excluded: 5 },
    personId,
    bookings: inOrder,
  });
}

/** An amount in a handful of bookings that add up to it, the last one for what is left. */
function split(amount: bigint, random: SeededRandom): bigint[] {
  const parts: bigint[] = [];
  let left = amount;
  for (let more = 4; more > 0 && left > 0n; more -= 1) {
    const part = random.share(left / BigInt(more), 60n, 115n);
    parts.push(part);
    left -= part;
  }
  return left === 0n ? parts : [...parts, left];
}
