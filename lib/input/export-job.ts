import { z } from "zod";
import { PACKAGE_KIND } from "@/lib/domain/exports/job";
import { readInstant } from "@/lib/domain/reconciliation/as-of";
import { type Asked, one } from "./as-of";

/** As a page gets its parameters: one value, or a list when a name stands there more than once. */
export function askedOf(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name).map((value) => value.replaceAll("\u0000", ""));
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

const word = z.string("errors.form.broken").regex(/^[a-z]{1,40}$/, "errors.form.broken");

export const exportJobSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  kind: word,
  format: z.string("exports.new.formatMissing").regex(/^[a-z]{1,40}$/, "exports.new.formatMissing"),
  proved: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
  question: z
    .string("errors.form.broken")
    .max(4000, "errors.form.broken")
    .transform((text) => askedOf(new URLSearchParams(text))),
});

export const auditPackageSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  stream: z
    .string()
    .regex(/^[\p{L}\p{N}_-]{0,60}$/u, "errors.form.broken")
    .default(""),
  municipality: z
    .string()
    .regex(/^[\p{L}\p{N}_-]{0,60}$/u, "errors.form.broken")
    .default(""),
  year: z
    .string()
    .regex(/^(?:20\d\d)?$/, "exports.package.yearWrong")
    .default(""),
  bekend: z
    .string()
    .refine((text) => text === "" || readInstant(text, new Date()).ok, "exports.package.knownWrong")
    .default(""),
});

/** What the page that asks for an export shows: which file, and the question as it travels on. */
export function readExportAsked(params: Asked): { readonly kind: string; readonly question: string } {
  const kind = one(params.wat);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (name !== "wat") for (const each of [value ?? []].flat()) query.append(name, each.slice(0, 200));
  return { kind: kind === PACKAGE_KIND ? "" : kind, question: query.toString() };
}
