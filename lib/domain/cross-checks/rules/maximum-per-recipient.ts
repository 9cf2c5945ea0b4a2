import { groupBy } from "../../reconciliation/positions";
import type { Maximum, ProgrammeFacts } from "../facts";
import { plain } from "../finding";
import { type Judged, judgeEach } from "../judged";

interface Received {
  readonly maximum: Maximum;
  readonly recipient: string;
  readonly municipalityId: string | null;
  readonly areaId: string | null;
  readonly year: number;
  readonly amount: bigint;
}

/** What each recipient of a stream was allocated in each year. */
function received({ positions }: ProgrammeFacts, maximum: Maximum): Received[] {
  const own = positions.filter((one) => one.kind === "allocated" && one.streamId === maximum.streamId);
  const of = maximum.grain === "area" ? "areaId" : "municipalityId";
  return [...groupBy(own, (one) => (one[of] === null ? null : `${one[of]}/${one.year}`)).values()].flatMap(
    (rows) => {
      const [first] = rows;
      if (first?.year == null) return [];
      return [
        {
          maximum,
          recipient: first[of] ?? "",
          municipalityId: first.municipalityId,
          areaId: maximum.grain === "area" ? first.areaId : null,
          year: first.year,
          amount: rows.reduce((all, { amount }) => all + amount, 0n),
        },
      ];
    },
  );
}

/** D11: nobody was allocated more in a year than the key of the stream allows one recipient. */
export function maximumPerRecipient(facts: ProgrammeFacts): Judged {
  const { names, maxima } = facts;
  return judgeEach(
    maxima.flatMap((maximum) => received(facts, maximum)),
    "no_maximum",
    ({ maximum, recipient, municipalityId, areaId, year, amount }) => {
      if (amount <= maximum.amount) return "passed";
      const named = (maximum.grain === "area" ? names.areas : names.municipalities).get(recipient);
      const stream = names.streams.get(maximum.streamId);
      const key = { kind: "key", id: maximum.keyId } as const;
      return {
        thing: `${stream?.code}~${plain(maximum.key)}~${plain(named?.code ?? "")}~${year}`,
        problem: "above",
        about: { name: `${stream?.name ?? ""}, ${named?.name ?? ""}`, at: key },
        place: { streamId: maximum.streamId, municipalityId, areaId, year },
        unit: "cents",
        source: { value: amount, origin: "allocated", at: { kind: "tree", id: stream?.code ?? "" } },
        target: { value: maximum.amount, origin: "maximum", at: key },
        facts: { year: String(year), key: maximum.key },
      };
    },
  );
}
