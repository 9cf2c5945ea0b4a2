import { z } from "zod";
import { isCrossRule } from "@/lib/domain/cross-checks/run";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { type Asked, one, readAsOf } from "./as-of";

/** Both dates may be left open: then it is about today, as it is known now. */
export const askRunSchema = z
  .object({
    idempotencyKey: z.uuid("errors.form.broken"),
    geldig: z.string().trim().max(100, "errors.form.broken").optional().default(""),
    bekend: z.string().trim().max(100, "errors.form.broken").optional().default(""),
  })
  .transform(({ idempotencyKey, geldig, bekend }, context) => {
    const { asOf, errors } = readAsOf({ geldig, bekend }, new Date());
    for (const [field, messages] of Object.entries(errors))
      for (const message of messages) context.addIssue({ code: "custom", path: [field], message });
    return { idempotencyKey, asOf: asOf satisfies AsOf, typed: { geldig, bekend } };
  });

const CODE = /^[\p{L}\p{N}_-]{1,60}$/u;
const CHANGE_WORDS = { nieuw: "new", bleef: "still" } as const;
export type ChangeWord = keyof typeof CHANGE_WORDS;

export interface CrossFindingsAsked {
  readonly rule?: string;
  readonly stream?: string;
  readonly municipality?: string;
  readonly change?: "new" | "still";
}

/** Which findings of a run the address asks for; what cannot be read is not asked. */
export function readCrossFindingsAsked(asked: Asked): CrossFindingsAsked {
  const [rule, stream, municipality] = [one(asked.regel), one(asked.regeling), one(asked.gemeente)];
  const word = (Object.keys(CHANGE_WORDS) as ChangeWord[]).find((each) => each === one(asked.verandering));
  return {
    ...(isCrossRule(rule) ? { rule } : {}),
    ...(CODE.test(stream) ? { stream } : {}),
    ...(CODE.test(municipality) ? { municipality } : {}),
    ...(word === undefined ? {} : { change: CHANGE_WORDS[word] }),
  };
}

/** The number of a run in an address; null for what is no number. */
export const readRunNumber = (text: string): number | null =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;

const KEY = /^[\p{L}\p{N}~._|-]{3,300}$/u;

/** The finding of a run that an address begins at. */
export function readCheckStart(asked: Asked): { readonly run: number; readonly key: string } | null {
  const run = readRunNumber(one(asked.controle));
  const raw = asked.punt;
  const key = (Array.isArray(raw) ? raw[0] : raw) ?? "";
  return run === null || !KEY.test(key) ? null : { run, key };
}
