import type { BlockingReason } from "../refusal";

/** A deputyship as the administrator sees it; dates are yyyy-mm-dd, both included. */
export interface DeputyLine {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly endedAt: Date | null;
}

export interface DeputyFile {
  /** Who stands in for this person. */
  readonly deputies: readonly DeputyLine[];
  /** For whom this person stands in. */
  readonly principals: readonly DeputyLine[];
  /** Who could: colleagues at the ministries where this person approves. */
  readonly candidates: readonly {
    readonly organisationId: string;
    readonly organisation: string;
    readonly personId: string;
    readonly name: string;
  }[];
}

/** Why this deputyship cannot be made. */
export function deputyReasons(
  asked: {
    readonly organisationId: string;
    readonly deputyId: string;
    readonly validFrom: string;
    readonly validTo: string;
  },
  {
    candidates,
    running,
  }: {
    readonly candidates: DeputyFile["candidates"];
    /** Of the same deputy, not ended. */
    readonly running: readonly { readonly from: string; readonly to: string }[];
  },
): BlockingReason[] {
  const { organisationId, deputyId, validFrom, validTo } = asked;
  const colleague = candidates.some(
    (one) => one.organisationId === organisationId && one.personId === deputyId,
  );
  const overlap = running.find(({ from, to }) => from <= validTo && to >= validFrom);
  return [
    ...(colleague ? [] : [{ code: "admin.reasons.deputy_elsewhere", field: "who" }]),
    ...(validTo < validFrom
      ? [
          {
            code: "admin.reasons.deputy_dates",
            field: "validTo",
            facts: { fromOn: validFrom, toOn: validTo },
          },
        ]
      : []),
    ...(overlap
      ? [
          {
            code: "admin.reasons.deputy_overlap",
            field: "validFrom",
            facts: { fromOn: overlap.from, toOn: overlap.to },
          },
        ]
      : []),
  ];
}
