import { z } from "zod";
import { cents } from "@/lib/domain/money";
import { LEDGER_COLUMNS, type LedgerColumn } from "@/lib/domain/own-ledger/columns";

/** The upload itself; not a server action, because those take no more than a megabyte. */
export const ledgerUpload = z.object({ report: z.uuid(), file: z.file() });

const heading = z.string().max(80, "errors.text.tooLong").optional().catch("");
const shown = {
  uploadId: z.uuid("errors.form.broken"),
  version: z.coerce.number("errors.form.broken").int("errors.form.broken").nonnegative("errors.form.broken"),
};

/** Which heading is which column; one that is not chosen is a column that the file does not have. */
export const columnChoices = z
  .object({
    ...shown,
    ...(Object.fromEntries(LEDGER_COLUMNS.map((column) => [column, heading])) as Record<
      LedgerColumn,
      typeof heading
    >),
  })
  .transform(({ uploadId, version, ...given }) => {
    const columns: Partial<Record<LedgerColumn, string>> = {};
    for (const column of LEDGER_COLUMNS) if (given[column]) columns[column] = given[column];
    return { uploadId, version, columns };
  });

const DECISION = /^place\.(\d{1,4})$/;
export const NOT_OF_THIS_PROGRAMME = "none";

const readPlace = (text: string) => {
  if (text === NOT_OF_THIS_PROGRAMME) return null;
  const [trancheId = "", themeId = "", areaId = ""] = text.split("/");
  const whole = [trancheId, themeId, areaId].every((id) => z.uuid().safeParse(id).success);
  return whole ? { trancheId, themeId, areaId } : undefined;
};

/** What each account is: `account.N` and `costCentre.N` name it, `place.N` says where it lands; empty is "not yet". */
export const accountChoices = z.looseObject(shown).transform(({ uploadId, version, ...form }, context) => {
  const decisions = Object.entries(form).flatMap(([name, value]) => {
    const at = DECISION.exec(name)?.[1];
    if (at === undefined || typeof value !== "string" || value === "") return [];
    const place = readPlace(value);
    const account = form[`account.${at}`];
    const costCentre = form[`costCentre.${at}`] ?? "";
    if (place === undefined || typeof account !== "string" || typeof costCentre !== "string") {
      context.addIssue({ code: "custom", path: [name], message: "errors.form.broken" });
      return [];
    }
    return [{ account, costCentre, place }];
  });
  if (decisions.length === 0)
    context.addIssue({ code: "custom", path: ["place.0"], message: "ownLedger.form.chooseNone" });
  return { uploadId, version, decisions };
});

/** What the page showed, in cents as text. */
export const shownBookings = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  uploadId: z.uuid("errors.form.broken"),
  count: z.coerce.number("errors.form.broken").int("errors.form.broken"),
  total: z
    .string("errors.form.broken")
    .regex(/^-?\d{1,18}$/, "errors.form.broken")
    .transform((text) => cents(BigInt(text))),
});

export const withdrawnImport = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  importId: z.uuid("errors.form.broken"),
  reason: z
    .string("ownLedger.form.reason")
    .trim()
    .min(1, "ownLedger.form.reason")
    .max(500, "errors.text.tooLong"),
});

export const takenOver = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  report: z.uuid("errors.form.broken"),
  version: z.coerce.number("errors.form.broken").int("errors.form.broken").positive("errors.form.broken"),
});
