import type { Cents } from "../money";
import type { CarryOverRule } from "../movements/carry-over";
import type { AsOf } from "../reconciliation/as-of";
import type { Position } from "../reconciliation/positions";
import type { TieCause } from "../tie-out/tie-out";
import type { TieOutKind } from "../tie-out/tie-out-file";

/** Names and codes of what figures are about, by id. */
export interface Names {
  readonly streams: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
  readonly tranches: ReadonlyMap<
    string,
    { readonly code: string; readonly name: string; readonly streamId: string }
  >;
  readonly municipalities: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
  readonly areas: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
  readonly themes: ReadonlyMap<string, { readonly code: string; readonly nl: string; readonly en: string }>;
}

/** Where an allocation, a line of a report or a posting belongs. */
export interface Spot {
  readonly trancheId: string;
  readonly municipalityId: string;
  readonly areaId: string;
  readonly themeId: string;
}

/** An allocation as the register of decisions has it, and what its entries come to; cents. */
export interface RegisteredAllocation extends Spot {
  readonly id: string;
  readonly number: string;
  readonly streamId: string;
  readonly decidedOn: string;
  /** Null: no entry was posted on it. */
  readonly posted: Cents | null;
  /** How many entries say that it was allocated, where later ones change it. */
  readonly originals: number;
}

/** An approved decision of a ministry, and what it says; cents. */
export interface Award {
  readonly id: string;
  readonly kind: "allocation" | "revision" | "withdrawal";
  readonly number: string;
  readonly streamId: string;
  readonly trancheId: string;
  readonly municipalityId: string | null;
  readonly areaId: string | null;
  readonly allocationId: string | null;
  /** The total that the decision names; null where it names none, such as a withdrawal. */
  readonly decided: Cents | null;
  /** Per year, changes signed. */
  readonly years: readonly { readonly year: number; readonly amount: Cents }[];
  /** The reallocation that it is a line of. */
  readonly batch: { readonly id: string; readonly number: string } | null;
}

export interface AcceptedLine {
  readonly areaId: string;
  readonly themeId: string;
  readonly spent: Cents | null;
  readonly correction: Cents | null;
  readonly forecast: Cents | null;
  /** What each named project reports; null is not filled in. */
  readonly projects: readonly (Cents | null)[];
}

/** A report that was accepted by then, on a period that had ended. */
export interface AcceptedReport {
  readonly id: string;
  readonly number: string;
  readonly streamId: string;
  readonly trancheId: string;
  readonly municipalityId: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly endsOn: string;
  readonly lines: readonly AcceptedLine[];
}

/** What entries say that a report spent or corrected at a place; cents. */
export interface ReportPosting extends Spot {
  readonly streamId: string;
  readonly reportId: string | null;
  readonly kind: "spent" | "spend_corrected";
  readonly amount: Cents;
  /** The first of them. */
  readonly seq: bigint;
}

/** A kind of account of a stream at the turn of a year: counted back from now, and added up from the start; cents. */
export interface YearTurn {
  readonly streamId: string;
  readonly kind: Position["kind"];
  /** The year that opens. */
  readonly year: number;
  readonly opening: Cents;
  readonly closing: Cents;
}

/** One year of a division that became proposals. */
export interface DividedYear {
  readonly runId: string;
  readonly key: string;
  readonly streamId: string;
  readonly createdOn: string;
  readonly year: number;
  readonly pot: Cents;
  readonly amounts: readonly Cents[];
  /** What stays with a name of its own. */
  readonly left: Cents;
}

/** A published figure whose source also gives a norm and a number of units. */
export interface NormClaim {
  readonly code: string;
  readonly name: string;
  readonly streamId: string | null;
  readonly units: bigint;
  readonly unitAmount: Cents;
  /** Null: the source gives no total. */
  readonly amount: Cents | null;
}

/** The most that a recipient may get in a year of what a key divided, as the version says by which it was divided. */
export interface Maximum {
  readonly keyId: string;
  readonly key: string;
  readonly streamId: string;
  readonly trancheId: string;
  readonly themeId: string;
  readonly grain: "municipality" | "area";
  /** Code of the municipality or the area. */
  readonly recipient: string;
  readonly year: number;
  readonly amount: Cents;
}

/** A tranche's rule for money that goes to a later year. */
export interface TrancheRule {
  readonly trancheId: string;
  readonly rule: CarryOverRule;
}

/** What a screen counts as forecast of a tranche and municipality; cents. */
export interface CountedForecast {
  readonly streamId: string;
  readonly trancheId: string;
  readonly municipalityId: string;
  readonly counted: Cents;
}

/** How the rules looked at an accepted report before it was accepted. */
export interface Validation
  extends Pick<AcceptedReport, "id" | "number" | "streamId" | "municipalityId" | "year"> {
  /** How often they ran over it; and since a rule or what rules go by last changed before the acceptance. */
  readonly runs: number;
  readonly since: number;
  /** The day of that change; null when there was none. */
  readonly changedOn: string | null;
}

/** Exceptions of one type between an external file and the ledger; cents. Null: nothing on that side. */
export interface TieException {
  readonly cause: TieCause;
  readonly count: number;
  readonly theirs: Cents | null;
  readonly ours: Cents | null;
}

/** The latest external file about one thing, held against the ledger on its own dates. */
export interface TiedFile {
  readonly id: string;
  readonly kind: TieOutKind;
  /** Of SiSa; null for the others. */
  readonly year: number | null;
  readonly name: string;
  readonly exceptions: readonly TieException[];
  readonly unread: number;
}

/** Everything that the rules across levels look at, as of two dates. Read set-based; judged without the database. */
export interface ProgrammeFacts {
  readonly asOf: AsOf;
  readonly names: Names;
  readonly positions: readonly Position[];
  readonly turns: readonly YearTurn[];
  readonly register: readonly RegisteredAllocation[];
  readonly originals: readonly { readonly trancheId: string; readonly ceilings: number }[];
  readonly awards: readonly Award[];
  readonly reports: readonly AcceptedReport[];
  readonly postings: readonly ReportPosting[];
  readonly forecasts: readonly CountedForecast[];
  readonly divisions: readonly DividedYear[];
  readonly norms: readonly NormClaim[];
  readonly maxima: readonly Maximum[];
  readonly carryOver: readonly TrancheRule[];
  readonly validations: readonly Validation[];
  readonly external: readonly TiedFile[];
}
