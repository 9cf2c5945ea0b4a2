import { z } from "zod";
import { SAVED_LISTS } from "@/lib/domain/views/saved-view";

const key = z.uuid("errors.form.broken");

export const saveViewSchema = z.object({
  idempotencyKey: key,
  list: z.enum(SAVED_LISTS, "errors.form.broken"),
  subject: z.string("errors.form.broken").regex(/^[\p{L}\p{N}_-]{0,60}$/u, "errors.form.broken"),
  query: z.string("errors.form.broken").max(2000, "errors.form.broken"),
  name: z
    .string("views.fields.name")
    .transform((text) => text.replaceAll("\u0000", "").trim())
    .pipe(z.string().min(1, "views.fields.name").max(60, "views.fields.tooLong")),
  shared: z.literal("ja").optional(),
});

export const removeViewSchema = z.object({ idempotencyKey: key, viewId: z.uuid("errors.form.broken") });
