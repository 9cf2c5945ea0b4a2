import { z } from "zod";
import type { YearAmount } from "@/lib/domain/ledger/facts";
import { SCENARIO_LEVELS } from "@/lib/domain/scenarios/effect";
import { amount, between, date, optionalId, optionalText, YEAR_FIELD } from "./fields";

const key = z.uuid("errors.form.broken");
const named = z.string().trim().min(1, "scenarios.fields.name").max(120, "errors.text.tooLong");

export const newScenarioSchema = z.object({ idempotencyKey: key, name: named });

export const scenarioLineSchema = z
  .looseObject({
    idempotencyKey: key,
    scenarioId: key,
    trancheId: key,
    from: optionalId,
    areaId: optionalId,
    themeId: optionalId,
  })
  .transform((form, context) => {
    const years: YearAmount[] = [];
    for (const [name, value] of Object.entries(form)) {
      const year = YEAR_FIELD.exec(name)?.[1];
      if (year === undefined || typeof value !== "string" || value.trim() === "") continue;
      const read = amount.safeParse(value);
      if (!read.success)
        for (const { message } of read.error.issues)
          context.addIssue({ code: "custom", path: [name], message });
      else if (read.data < 0n)
        context.addIssue({ code: "custom", path: [name], message: "movements.fields.aboveZero" });
      else if (read.data > 0n) years.push({ year: Number(year), amount: read.data });
    }
    const { idempotencyKey, scenarioId, trancheId, from, areaId, themeId } = form;
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (years.length === 0 && context.issues.length === 0)
      wrong("years", "movements.reasons.no_amount.message");
    if ((areaId === null) !== (themeId === null)) wrong("areaId", "scenarios.fields.place");
    if (from === null && areaId === null) wrong("areaId", "scenarios.fields.nowhere");
    return { idempotencyKey, scenarioId, trancheId, from, areaId, themeId, years };
  });
export type ScenarioLineInput = z.output<typeof scenarioLineSchema>;

/** Which theme a calculation is for, and the scenario that it goes into: an open one, or a new one with a name. */
export const tryRunSchema = z
  .object({
    idempotencyKey: key,
    themeId: z.uuid("distribution.fields.theme"),
    scenarioId: optionalId,
    name: optionalText(120),
  })
  .refine(
    ({ scenarioId, name }) => scenarioId !== null || name !== null,
    between("name", "scenarios.fields.name"),
  );
export type TryRunInput = z.output<typeof tryRunSchema>;

export const removeLineSchema = z.object({ idempotencyKey: key, scenarioId: key, lineId: key });
export const shareScenarioSchema = z.object({
  idempotencyKey: key,
  scenarioId: key,
  shared: z.enum(["ja", "nee"], "errors.form.broken").transform((answer) => answer === "ja"),
});

export const proposeScenarioSchema = z.object({
  idempotencyKey: key,
  scenarioId: key,
  decisionNumber: z.string().trim().min(1, "movements.fields.decisionNumber").max(60, "errors.text.tooLong"),
  decisionOn: date,
  decisionDocument: optionalText(300),
  legalSource: optionalText(200),
  reason: z.string().trim().min(1, "movements.fields.reason").max(500, "errors.text.tooLong"),
});
export type ProposeScenarioInput = z.output<typeof proposeScenarioSchema>;

/** What the file of a scenario is asked for: its effect as its page shows it, or its lines. */
export const scenarioFile = z.object({
  scenario: z.uuid().optional().catch(undefined),
  met: z.uuid().optional().catch(undefined),
  per: z.enum(SCENARIO_LEVELS).catch("area"),
  tabel: z.enum(["gevolg", "regels"]).catch("gevolg"),
});

/** What the address asks: the level of the effect, a second scenario beside it, the tranche of a new line. */
export const scenarioView = z.object({
  per: z.enum(SCENARIO_LEVELS).catch("area"),
  met: z.uuid().optional().catch(undefined),
  tranche: z.uuid().optional().catch(undefined),
});
