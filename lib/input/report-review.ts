import { z } from "zod";
import type { RemarkSubject } from "@/lib/domain/reports/remarks";
import { REPORT_STATES, type ReportState } from "@/lib/domain/reports/report-status";
import { dateInAmsterdam } from "@/lib/views/dates";
import { optionalDate, optionalId } from "./fields";

/** A date before which something is wanted can still be met: it comes after today. */
const wantedBefore = optionalDate.refine(
  (day) => day === null || day > dateInAmsterdam(new Date()),
  "reports.form.beforePast",
);

const shown = {
  idempotencyKey: z.uuid("reports.form.broken"),
  report: z.uuid("reports.form.broken"),
  version: z.coerce.number("reports.form.broken").int("reports.form.broken").positive("reports.form.broken"),
};

/** Signing and accepting are about exactly the content with this hash. */
export const exactReportSchema = z.object({
  ...shown,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/, "reports.form.broken"),
});
export type ExactReportInput = z.output<typeof exactReportSchema>;

const plain = (text: string) => text.replaceAll("\u0000", "").trim();

/** What a remark is about, as forms write it: `whole`, `section:<area>`, `line:<area>.<theme>` or `result:<code>`. */
const SUBJECT = /^(section|line|result):(.{1,200})$/s;
export function readSubject(text: string): RemarkSubject {
  const [, is, key = ""] = SUBJECT.exec(text) ?? [];
  return is === undefined ? { is: "whole" } : { is: is as "section" | "line" | "result", key };
}
export const subjectName = (subject: RemarkSubject): string =>
  subject.is === "whole" ? "whole" : `${subject.is}:${subject.key}`;

/** A reason for the whole, or one at each part that is given back: the field `back.<subject>`. */
export const returnReportSchema = z
  .object({ ...shown, reason: z.string().optional(), answerBy: wantedBefore })
  .catchall(z.unknown())
  .transform(({ idempotencyKey, report, version, reason, answerBy, ...rest }, context) => {
    const parts = Object.entries(rest).flatMap(([name, text]) => {
      if (!name.startsWith("back.") || typeof text !== "string" || plain(text) === "") return [];
      return [{ name, subject: readSubject(name.slice(5)), text: plain(text) }];
    });
    const whole = plain(reason ?? "");
    const problem = (path: string, message: string) =>
      context.addIssue({ code: "custom", message, path: [path] });
    if (whole === "" && parts.length === 0) problem("reason", "reports.return.reasonRequired");
    for (const { name, text } of [{ name: "reason", text: whole }, ...parts])
      if (text.length > 1000) problem(name, "reports.return.reasonTooLong");
    return {
      idempotencyKey,
      report,
      version,
      answerBy,
      reason: whole === "" ? null : whole,
      parts: parts.map(({ subject, text }) => ({ subject, text })),
    };
  });
export type ReturnReportInput = z.output<typeof returnReportSchema>;

export const remarkSchema = z.object({
  idempotencyKey: shown.idempotencyKey,
  report: shown.report,
  kind: z.enum(["question", "comment"]).catch("comment"),
  subject: z.string().catch("whole").transform(readSubject),
  answers: optionalId,
  answerBy: wantedBefore,
  text: z
    .string("reports.remarks.textRequired")
    .transform(plain)
    .pipe(z.string().min(1, "reports.remarks.textRequired").max(2000, "reports.remarks.textTooLong")),
});
export type RemarkInput = z.output<typeof remarkSchema>;

export interface ReportListAsked {
  readonly stream?: string;
  readonly municipality?: string;
  readonly year?: number;
  readonly state?: ReportState;
  readonly page: number;
}

export type ReportFilterName = "geldstroom" | "gemeente" | "jaar" | "status" | "pagina";

const asked = z.object({
  geldstroom: z.string().max(60).optional().catch("?"),
  gemeente: z.string().max(60).optional().catch("?"),
  jaar: z
    .string()
    .regex(/^$|^\d{4}$/)
    .optional()
    .catch("?"),
  status: z
    .enum(["", ...REPORT_STATES])
    .optional()
    .catch("?" as ""),
  pagina: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .optional()
    .catch("?"),
});

/** What can be filtered on, as far as this reader has rows of it. */
interface Known {
  readonly streams: readonly { readonly code: string }[];
  readonly municipalities: readonly { readonly code: string }[];
  readonly years: readonly number[];
}

/** The filters in the address. What cannot be read, or does not exist, is left out and named in `unread`. */
export function readReportFilters(
  params: Readonly<Record<string, string | string[] | undefined>>,
  known: Known,
): { readonly filters: ReportListAsked; readonly unread: readonly ReportFilterName[] } {
  const { geldstroom = "", gemeente = "", jaar = "", status = "", pagina = "1" } = asked.parse(params);
  const unread: ReportFilterName[] = [];
  const keep = <T>(name: ReportFilterName, text: string, value: T | undefined): T | undefined => {
    if (text !== "" && value === undefined) unread.push(name);
    return value;
  };
  const stream = keep("geldstroom", geldstroom, known.streams.find(({ code }) => code === geldstroom)?.code);
  const municipality = keep(
    "gemeente",
    gemeente,
    known.municipalities.find(({ code }) => code === gemeente)?.code,
  );
  const year = keep(
    "jaar",
    jaar,
    known.years.find((one) => String(one) === jaar),
  );
  const state = keep(
    "status",
    status,
    REPORT_STATES.find((one) => one === status),
  );
  const page = keep("pagina", pagina, pagina === "?" ? undefined : Number(pagina)) ?? 1;
  return { filters: { stream, municipality, year, state, page }, unread };
}
