import { otherThanWhole } from "../../reports/rules/parts-make-the-whole";
import type { ProgrammeFacts } from "../facts";
import { type Judged, judgeEach } from "../judged";
import { placeOfSpot, spotNames } from "../spots";

/** X18: the projects that a line names are together what the line reports. */
export function projectsMakeTheLine({ names, reports }: ProgrammeFacts): Judged {
  const lines = reports.flatMap((report) =>
    report.lines.filter(({ projects }) => projects.length > 0).map((line) => ({ report, line })),
  );
  return judgeEach(lines, "no_projects", ({ report, line }) => {
    if (line.spent === null || line.projects.includes(null)) return "no_amount";
    const total = otherThanWhole(line.projects, line.spent);
    if (total === null) return "passed";
    const spot = { ...report, areaId: line.areaId, themeId: line.themeId };
    const { name, facts, thing } = spotNames(names, spot);
    const at = { kind: "report", id: report.id } as const;
    return {
      thing: `${report.number.toLowerCase()}~${thing}`,
      problem: "differs",
      about: { name, at },
      place: placeOfSpot(names, spot, report.year),
      unit: "cents",
      source: { value: total, origin: "report_projects", at },
      target: { value: line.spent, origin: "report", at },
      facts: { ...facts, report: report.number },
    };
  });
}
