import { z } from "zod";
import { HELD_ROLES, type HeldRole } from "@/lib/domain/people/role-place";
import { date } from "./fields";

const role = z
  .string("admin.form.roleMissing")
  .refine(
    (value): value is HeldRole => HELD_ROLES.some((known) => known === value),
    "admin.form.roleMissing",
  );

const clean = (text: string) => text.replaceAll("\u0000", "").trim();

export const newPersonSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  name: z
    .string("admin.form.nameMissing")
    .transform(clean)
    .pipe(z.string().min(1, "admin.form.nameMissing").max(120, "admin.form.tooLong")),
  email: z
    .string("admin.form.emailWrong")
    .transform((text) => clean(text).toLowerCase())
    .pipe(z.email("admin.form.emailWrong").max(254, "admin.form.tooLong")),
  organisationId: z.uuid("admin.form.organisationMissing"),
  role,
});

export const grantRoleSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  organisationId: z.uuid("admin.form.organisationMissing"),
  role,
});

export const roleIdSchema = z.object({ roleId: z.uuid("errors.form.broken") });
export const accessSchema = z.object({ access: z.enum(["aan", "uit"], "errors.form.broken") });
export const sessionSchema = z.object({
  session: z.string("errors.form.broken").regex(/^[0-9a-f]{64}$/, "errors.form.broken"),
});
export const nothingSchema = z.object({});

const CHOICE = /^([0-9a-f-]{36}):([0-9a-f-]{36})$/;

/** Who stands in: `<organisation>:<person>`, because somebody may work at more than one ministry. */
export const deputySchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  who: z.string("admin.deputies.whoMissing").transform((text, context) => {
    const [, organisationId, deputyId] = CHOICE.exec(text) ?? [];
    if (organisationId !== undefined && deputyId !== undefined) return { organisationId, deputyId };
    context.addIssue({ code: "custom", message: "admin.deputies.whoMissing" });
    return z.NEVER;
  }),
  validFrom: date,
  validTo: date,
  reason: z
    .string("admin.deputies.reasonMissing")
    .transform(clean)
    .pipe(z.string().min(1, "admin.deputies.reasonMissing").max(200, "admin.form.tooLong")),
});
export const deputyIdSchema = z.object({ deputy: z.uuid("errors.form.broken") });

type Params = Readonly<Record<string, string | string[] | undefined>>;
const one = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).slice(0, 200);

/** Which people the address asks for; what cannot be read asks for all. */
export function readPeopleAsked(params: Params): { text: string; disabled: boolean | null; page: number } {
  const [state, page] = [one(params.stand), one(params.pagina)];
  return {
    text: clean(one(params.zoek)),
    disabled: state === "uit" ? true : state === "aan" ? false : null,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}
