import { sum } from "../../money";
import { groupBy, type Position } from "../../reconciliation/positions";
import type { Maximum, Names, ProgrammeFacts } from "../facts";
import { plain } from "../finding";
import { type Judged, judgeEach } from "../judged";

type Divided = Pick<Position, "trancheId" | "themeId" | "year">;
const dividedKey = ({ trancheId, themeId, year }: Divided): string => `${trancheId}/${themeId}/${year}`;

/** The code by which a key calls who received. */
const codeOf = ({ areas, municipalities }: Names, grain: Maximum["grain"], one: Position) =>
  grain === "area" ? areas.get(one.areaId ?? "")?.code : municipalities.get(one.municipalityId ?? "")?.code;

/** D11: of what a key divided nobody was allocated more in a year than the key allows one recipient. */
export function maximumPerRecipient({ names, positions, maxima }: ProgrammeFacts): Judged {
  const allocated = groupBy(
    positions.filter(({ kind }) => kind === "allocated"),
    dividedKey,
  );
  const received = maxima.flatMap((maximum) => {
    const own = (allocated.get(dividedKey(maximum)) ?? []).filter(
      (one) => codeOf(names, maximum.grain, one) === maximum.recipient,
    );
    const [first] = own;
    return first === undefined ? [] : [{ maximum, first, amount: sum(own.map((one) => one.amount)) }];
  });
  return judgeEach(received, "no_maximum", ({ maximum, first, amount }) => {
    if (amount <= maximum.amount) return "passed";
    const { streamId, trancheId, themeId, grain, recipient, year } = maximum;
    const { municipalityId, areaId } = first;
    const named =
      grain === "area" ? names.areas.get(areaId ?? "") : names.municipalities.get(municipalityId ?? "");
    const stream = names.streams.get(streamId);
    const key = { kind: "key", id: maximum.keyId } as const;
    return {
      thing: [stream?.code, names.tranches.get(trancheId)?.code, names.themes.get(themeId)?.code]
        .map((code) => plain(code ?? ""))
        .concat(plain(maximum.key), plain(recipient), String(year))
        .join("~"),
      problem: "above",
      about: { name: `${stream?.name ?? ""}, ${named?.name ?? ""}`, at: key },
      place: { streamId, municipalityId, areaId: grain === "area" ? areaId : null, year },
      unit: "cents",
      source: { value: amount, origin: "allocated", at: { kind: "tree", id: stream?.code ?? "" } },
      target: { value: maximum.amount, origin: "maximum", at: key },
      facts: { year: String(year), key: maximum.key },
    };
  });
}
