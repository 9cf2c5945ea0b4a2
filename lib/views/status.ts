/** What a colour means here; always beside a word and a sign. */
export type Tone = "wait" | "info" | "warn" | "error" | "ok" | "diff";

/** The signs of the small icon set that tags use. */
export type Sign = "check" | "pencil" | "eye" | "warning" | "clock" | "barred" | "differs" | "none";

export type StatusSign = { readonly tone: Tone; readonly sign: Sign };

/**
 * Grey waits on others, blue is in hand, amber asks for something, red blocks or is late, green is done, violet
 * differs. The words are in messages/<language>/status.json under the same kind and code.
 */
export const STATUS_SIGNS = {
  proposal: {
    draft: { tone: "info", sign: "pencil" },
    proposed: { tone: "info", sign: "eye" },
    second: { tone: "info", sign: "clock" },
    returned: { tone: "warn", sign: "pencil" },
    approved: { tone: "ok", sign: "check" },
    cancelled: { tone: "wait", sign: "barred" },
  },
  threshold: {
    proposed: { tone: "info", sign: "eye" },
    confirmed: { tone: "ok", sign: "check" },
    refused: { tone: "wait", sign: "barred" },
  },
  allocation: {
    active: { tone: "ok", sign: "check" },
    revised: { tone: "info", sign: "pencil" },
    withdrawn: { tone: "wait", sign: "barred" },
  },
  evidence: {
    waiting: { tone: "wait", sign: "clock" },
    clean: { tone: "ok", sign: "check" },
    unscanned: { tone: "warn", sign: "warning" },
    infected: { tone: "error", sign: "barred" },
    withdrawn: { tone: "wait", sign: "barred" },
  },
  term: {
    paid: { tone: "ok", sign: "check" },
    late: { tone: "error", sign: "clock" },
    partly: { tone: "info", sign: "pencil" },
    coming: { tone: "wait", sign: "clock" },
  },
  report: {
    notDue: { tone: "wait", sign: "clock" },
    due: { tone: "warn", sign: "clock" },
    late: { tone: "error", sign: "clock" },
    draft: { tone: "info", sign: "pencil" },
    submitted: { tone: "info", sign: "eye" },
    signed: { tone: "info", sign: "eye" },
    returned: { tone: "warn", sign: "pencil" },
    accepted: { tone: "ok", sign: "check" },
  },
  window: {
    coming: { tone: "wait", sign: "clock" },
    open: { tone: "info", sign: "pencil" },
    due: { tone: "warn", sign: "warning" },
    closed: { tone: "wait", sign: "barred" },
  },
  exception: {
    requested: { tone: "info", sign: "eye" },
    granted: { tone: "ok", sign: "check" },
    refused: { tone: "wait", sign: "barred" },
    expired: { tone: "wait", sign: "clock" },
  },
  mail: {
    queued: { tone: "info", sign: "clock" },
    sent: { tone: "ok", sign: "check" },
    failed: { tone: "error", sign: "warning" },
    not_sent: { tone: "wait", sign: "barred" },
  },
  line: {
    fits: { tone: "ok", sign: "check" },
    tooHigh: { tone: "error", sign: "barred" },
    explain: { tone: "warn", sign: "warning" },
    empty: { tone: "error", sign: "clock" },
    reportedZero: { tone: "wait", sign: "none" },
  },
  balance: {
    closes: { tone: "ok", sign: "check" },
    equalsClaim: { tone: "ok", sign: "check" },
    differs: { tone: "diff", sign: "differs" },
    unexplained: { tone: "error", sign: "differs" },
  },
  conflict: {
    open: { tone: "diff", sign: "differs" },
    proposed: { tone: "wait", sign: "clock" },
    decided: { tone: "ok", sign: "check" },
    superseded: { tone: "wait", sign: "none" },
  },
  finding: {
    high: { tone: "error", sign: "warning" },
    medium: { tone: "warn", sign: "warning" },
    low: { tone: "wait", sign: "none" },
  },
  sample: {
    open: { tone: "info", sign: "pencil" },
    asked: { tone: "wait", sign: "clock" },
    examined: { tone: "ok", sign: "check" },
  },
  evidenceRequest: {
    open: { tone: "warn", sign: "eye" },
    late: { tone: "error", sign: "clock" },
    answered: { tone: "ok", sign: "check" },
    withdrawn: { tone: "wait", sign: "barred" },
  },
  signal: {
    new: { tone: "warn", sign: "eye" },
    explained: { tone: "ok", sign: "check" },
    watch: { tone: "info", sign: "clock" },
    finding: { tone: "diff", sign: "pencil" },
  },
  auditFinding: {
    draft: { tone: "info", sign: "pencil" },
    issued: { tone: "warn", sign: "eye" },
    answered: { tone: "info", sign: "clock" },
    closed: { tone: "ok", sign: "check" },
    withdrawn: { tone: "wait", sign: "barred" },
  },
  proof: {
    valid: { tone: "ok", sign: "check" },
    invalid: { tone: "error", sign: "barred" },
    unsigned: { tone: "wait", sign: "clock" },
  },
  account: {
    active: { tone: "ok", sign: "check" },
    disabled: { tone: "wait", sign: "barred" },
    none: { tone: "wait", sign: "none" },
    locked: { tone: "error", sign: "barred" },
  },
  crossRun: {
    waiting: { tone: "info", sign: "clock" },
    done: { tone: "ok", sign: "check" },
    failed: { tone: "error", sign: "warning" },
  },
  crossOutcome: {
    passed: { tone: "ok", sign: "check" },
    found: { tone: "diff", sign: "differs" },
    unjudged: { tone: "wait", sign: "none" },
    partly: { tone: "info", sign: "pencil" },
    rest: { tone: "wait", sign: "clock" },
  },
  crossChange: {
    new: { tone: "warn", sign: "eye" },
    still: { tone: "info", sign: "clock" },
    gone: { tone: "ok", sign: "check" },
    unjudged: { tone: "wait", sign: "none" },
  },
  export: {
    queued: { tone: "wait", sign: "clock" },
    running: { tone: "info", sign: "clock" },
    done: { tone: "ok", sign: "check" },
    failed: { tone: "error", sign: "warning" },
    expired: { tone: "wait", sign: "barred" },
  },
} as const satisfies Record<string, Record<string, StatusSign>>;

export type StatusKind = keyof typeof STATUS_SIGNS;
export type StatusOf<Kind extends StatusKind> = keyof (typeof STATUS_SIGNS)[Kind] & string;

export function statusSign<Kind extends StatusKind>(kind: Kind, status: StatusOf<Kind>): StatusSign {
  return STATUS_SIGNS[kind][status] as StatusSign;
}

/** Why two amounts are not equal. "unexplained" is the only one in red: it needs an owner. */
export const DIFFERENCE_CAUSES = [
  "source_conflict",
  "rounding",
  "norm_or_ceiling",
  "not_yet_allocated",
  "outside_areas",
  "timing",
  "vat_compensation",
  "overlap",
  "missing_report",
  "not_published",
  "unexplained",
] as const;
export type DifferenceCause = (typeof DIFFERENCE_CAUSES)[number];

/** Absence is a status of its own: never a zero and never an empty cell. */
export const ABSENCES = [
  "not_due",
  "expected",
  "late",
  "not_published",
  "partly_published",
  "not_obtained",
  "not_listed",
  "waived",
  "not_applicable",
  "incomplete",
  "undetermined",
  "none",
] as const;
export type Absence = (typeof ABSENCES)[number];
