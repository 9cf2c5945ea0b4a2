import { z } from "zod";
import { cents } from "@/lib/domain/money";
import { ROW_ACTIONS } from "@/lib/domain/tie-out/decisions";
import { ROW_COLUMNS, type RowColumn } from "@/lib/domain/tie-out/row-columns";
import { TIE_CAUSES, type TieCause } from "@/lib/domain/tie-out/tie-out";
import { TIE_OUT_KINDS, type TieOutFile } from "@/lib/domain/tie-out/tie-out-file";
import { type Asked, one, readAsOf } from "./as-of";
import { cleanText, optionalAmount } from "./fields";
import { readOpened } from "./reconciliation";

const text = (longest: number, missing: string) =>
  z.string(missing).max(longest, "errors.text.tooLong").transform(cleanText).pipe(z.string().min(1, missing));

const question = z
  .object({
    soort: z.enum(TIE_OUT_KINDS, "tieOut.form.kind"),
    bron: text(60, "tieOut.form.source"),
    jaar: z.string().optional().catch(undefined),
    tolerantie: optionalAmount,
  })
  .transform(({ soort, bron, jaar, tolerantie }, context) => {
    const year = /^(?:19|20)\d{2}$/.test(jaar?.trim() ?? "") ? Number(jaar) : null;
    if (soort === "sisa" && year === null)
      context.addIssue({ code: "custom", path: ["jaar"], message: "tieOut.form.year" });
    if (tolerantie !== null && tolerantie < 0n)
      context.addIssue({ code: "custom", path: ["tolerantie"], message: "tieOut.form.tolerance" });
    return {
      kind: soort,
      source: bron,
      year: soort === "sisa" ? year : null,
      tolerance: tolerantie ?? cents(0n),
    };
  });

export const QUESTION_FIELDS = ["soort", "bron", "jaar", "tolerantie", "geldig", "bekend"] as const;
export type QuestionField = (typeof QUESTION_FIELDS)[number];
export type TypedQuestion = Readonly<Record<QuestionField, string>>;

export type QuestionRead =
  | { readonly ok: true; readonly asked: Pick<TieOutFile, "kind" | "source" | "year" | "tolerance" | "asOf"> }
  /** Message keys of what is wrong, by field. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, readonly string[]>> };

export const typedQuestion = (asked: Asked): TypedQuestion =>
  Object.fromEntries(QUESTION_FIELDS.map((field) => [field, one(asked[field])])) as TypedQuestion;

/** What an external file is asked: its kind and source, and which of ours stands beside it. */
export function readQuestion(asked: Asked, now: Date): QuestionRead {
  const read = question.safeParse(typedQuestion(asked));
  const dates = readAsOf(asked, now);
  if (read.success && Object.keys(dates.errors).length === 0)
    return { ok: true, asked: { ...read.data, asOf: dates.asOf } };
  const issues = read.success ? [] : read.error.issues;
  const errors: Record<string, readonly string[]> = { ...dates.errors };
  for (const { path, message } of issues)
    errors[path.join(".")] = [...(errors[path.join(".")] ?? []), message];
  return { ok: false, errors };
}

const heading = z.string().max(80, "errors.text.tooLong").optional().catch("");

/** Which heading is which column; one that is not chosen is a column that the file does not have. */
export const rowColumnChoices = z
  .object({
    file: z.uuid("errors.form.broken"),
    version: z.coerce
      .number("errors.form.broken")
      .int("errors.form.broken")
      .nonnegative("errors.form.broken"),
    ...(Object.fromEntries(ROW_COLUMNS.map((column) => [column, heading])) as Record<
      RowColumn,
      typeof heading
    >),
  })
  .transform(({ file, version, ...given }) => {
    const columns: Partial<Record<RowColumn, string>> = {};
    for (const column of ROW_COLUMNS) if (given[column]) columns[column] = given[column];
    return { file, version, columns };
  });

/** What an auditor says about a row. */
export const rowDecision = z
  .object({
    idempotencyKey: z.uuid("errors.form.broken"),
    file: z.uuid("errors.form.broken"),
    row: z.coerce.number("errors.form.broken").int("errors.form.broken").positive("errors.form.broken"),
    action: z.enum(ROW_ACTIONS, "errors.form.broken"),
    unit: z.string().max(160, "errors.form.broken").optional(),
    reason: text(500, "tieOut.form.reason"),
  })
  .transform(({ unit, ...given }, context) => {
    if (given.action === "joined" && !unit)
      context.addIssue({ code: "custom", path: ["unit"], message: "tieOut.form.unit" });
    return { ...given, unit: given.action === "joined" && unit ? unit : null };
  });

export interface TieOutAsked extends ReturnType<typeof readOpened> {
  /** Asked to choose other columns. */
  readonly columns: boolean;
  readonly done: "bewaard" | "bekend" | null;
}

export function readTieOutAsked(asked: Asked): TieOutAsked {
  const done = one(asked.gedaan);
  return {
    ...readOpened(asked),
    columns: one(asked.kolommen) !== "",
    done: done === "bewaard" || done === "bekend" ? done : null,
  };
}

/** What a row's page is asked: which number of ours it may belong to, and whether something was just said. */
export const readRowAsked = (asked: Asked): { readonly searched: string; readonly done: boolean } => ({
  searched: cleanText(one(asked.zoek)).slice(0, 100),
  done: one(asked.gedaan) !== "",
});

/** After which entry a list of entries goes on. */
export function readAfter(asked: Asked): bigint {
  const typed = one(asked.na);
  return /^[1-9]\d{0,17}$/.test(typed) ? BigInt(typed) : 0n;
}

export type PairingsShown = "alle" | "verschil" | "gelijk" | TieCause;
export const PAIRINGS_SHOWN: readonly PairingsShown[] = ["alle", "verschil", "gelijk", ...TIE_CAUSES];

/** Which pairings a list shows, and which page of it. */
export function readPairingsAsked(asked: Asked): { readonly shown: PairingsShown; readonly page: number } {
  const typed = one(asked.toon);
  const page = one(asked.pagina);
  return {
    shown: PAIRINGS_SHOWN.find((each) => each === typed) ?? "alle",
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}
