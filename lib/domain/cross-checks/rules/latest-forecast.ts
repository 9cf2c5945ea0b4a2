import { sum } from "../../money";
import type { ProgrammeFacts } from "../facts";
import { plain } from "../finding";
import { type Judged, judgeEach } from "../judged";
import { lastReports, ownerOf } from "../last-reports";

/** X23: what counts as expected of a municipality is what its last accepted report expects, and not earlier ones with it. */
export function latestForecast({ names, reports, forecasts }: ProgrammeFacts): Judged {
  const last = lastReports(reports);
  return judgeEach(forecasts, "no_forecast", ({ streamId, trancheId, municipalityId, counted }) => {
    const report = last.get(ownerOf({ trancheId, municipalityId }));
    const lines = report?.lines.flatMap(({ forecast }) => (forecast === null ? [] : [forecast])) ?? [];
    if (report === undefined || lines.length === 0) return "no_forecast";
    const latest = sum(lines);
    if (counted === latest) return "passed";
    const [stream, municipality] = [names.streams.get(streamId), names.municipalities.get(municipalityId)];
    const at = { kind: "report", id: report.id } as const;
    return {
      thing: [stream?.code, names.tranches.get(trancheId)?.code, municipality?.code]
        .map((code) => plain(code ?? ""))
        .join("~"),
      problem: "differs",
      about: { name: `${stream?.name ?? ""}, ${municipality?.name ?? ""}`, at },
      place: { streamId, municipalityId, areaId: null, year: report.year },
      unit: "cents",
      source: { value: counted, origin: "latest_reports", at: { kind: "stream", id: stream?.code ?? "" } },
      target: { value: latest, origin: "report", at },
      facts: { report: report.number },
    };
  });
}
