import { unmetRequirements } from "../../evidence/unmet";
import type { Finding, ReportRule } from "../finding";

/** W8: what the stream requires from a threshold on is there, is of the kind asked for, and left quarantine. */
export const evidenceIsThere: ReportRule = ({ lines, evidence }) =>
  evidence === undefined
    ? []
    : unmetRequirements(lines, evidence).map(
        ({ line, field, kind, threshold, waiting }): Finding => ({
          code: "W8",
          problem: waiting ? "waiting" : "missing",
          severity: "block",
          line,
          field,
          facts: { kind: kind ?? "any", threshold: { cents: threshold } },
        }),
      );
