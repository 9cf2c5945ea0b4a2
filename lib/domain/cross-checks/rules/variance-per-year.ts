import { cents } from "../../money";
import { groupBy } from "../../reconciliation/positions";
import type { ProgrammeFacts } from "../facts";
import { plain } from "../finding";
import { type Judged, judgeEach } from "../judged";
import { figuresBySpot, type SpotFigures } from "../spots";

const sumIn = (own: readonly SpotFigures[], kind: "allocated" | "spent", year: number | null): bigint =>
  own
    .flatMap((one) => [...one[kind]])
    .reduce((all, [at, amount]) => (year === null || at === year ? all + amount : all), 0n);

/**
 * X21: a year in which a municipality spent more of a stream than was meant for it is said of that year, also where other years
 * leave as much: a sum over years would hide both.
 */
export function variancePerYear({ names, positions }: ProgrammeFacts): Judged {
  const streamOf = ({ spot }: SpotFigures) => names.tranches.get(spot.trancheId)?.streamId ?? "";
  const spent = [...figuresBySpot(positions).values()];
  const owners = groupBy(spent, (one) => `${streamOf(one)}/${one.spot.municipalityId}`);
  const years = [...owners.values()].flatMap((own) =>
    [...new Set(own.flatMap((one) => [...one.spent.keys()]))].sort().map((year) => ({ own, year })),
  );
  return judgeEach(years, "no_spend", ({ own, year }) => {
    const [source, target] = [sumIn(own, "spent", year), sumIn(own, "allocated", year)];
    const [first] = own;
    if (first === undefined || source <= target) return "passed";
    const { municipalityId } = first.spot;
    const [stream, municipality] = [
      names.streams.get(streamOf(first)),
      names.municipalities.get(municipalityId),
    ];
    const whole = sumIn(own, "allocated", null) - sumIn(own, "spent", null);
    const at = { kind: "tree", id: stream?.code ?? "" } as const;
    return {
      thing: `${stream?.code}~${plain(municipality?.code ?? "")}~${year}`,
      problem: whole >= 0n ? "hidden" : "above",
      about: { name: `${stream?.name ?? ""}, ${municipality?.name ?? ""}`, at },
      place: { streamId: streamOf(first), municipalityId, areaId: null, year },
      unit: "cents",
      source: { value: source, origin: "spent", at },
      target: { value: target, origin: "allocated", at },
      facts: {
        year: String(year),
        over: { cents: cents(source - target) },
        whole: { cents: cents(whole) },
      },
    };
  });
}
