import { getTranslations } from "next-intl/server";
import { sentencesOf, splitMessage } from "@/app/submit-form";
import { type FormState, IDLE } from "@/components/forms/form-state";
import { EVIDENCE_PROBLEMS } from "@/lib/domain/evidence/evidence-file";
import { evidenceSchema } from "@/lib/input/evidence";

type Asked = Readonly<Record<string, string | string[] | undefined>>;

const FACTS = ["found", "given", "type", "wanted", "part", "row", "name", "most"] as const;
const FIELDS = ["line", "kind", "amount", "note"] as const;
/** Only for reading the other fields again; the form on the page gets a key of its own. */
const ANY_KEY = "00000000-0000-4000-8000-000000000000";

const textOf = (value: string | string[] | undefined, longest: number): string | undefined =>
  typeof value === "string" ? value.slice(0, longest) : undefined;

/** The form after a refusal: what was typed, and the same sentences as any other form gives. */
export async function keptForm(asked: Asked): Promise<FormState> {
  const problem = textOf(asked.probleem, 40);
  if (problem === undefined) return IDLE;
  const values: Record<string, string> = {};
  for (const name of FIELDS) values[name] = textOf(asked[name], 300) ?? "";
  const known = EVIDENCE_PROBLEMS.find((one) => one === problem);
  if (known === undefined)
    return { status: "refused", values, fieldErrors: await fieldErrors(values), reasons: [] };
  const facts = Object.fromEntries(
    FACTS.map((name) => [name, textOf(asked[`f.${name}`], 120) || (name === "found" ? "none" : "?")]),
  );
  const reasons = await sentencesOf([{ code: `evidence.file.${known}`, field: "file", facts }]);
  return { status: "refused", values, fieldErrors: {}, reasons };
}

async function fieldErrors(values: Readonly<Record<string, string>>): Promise<Record<string, string[]>> {
  const t = (await getTranslations()) as unknown as (key: string, facts?: Record<string, string>) => string;
  const parsed = evidenceSchema.safeParse({ ...values, idempotencyKey: ANY_KEY });
  const errors: Record<string, string[]> = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    const [key, facts] = splitMessage(message);
    (errors[path.join(".")] ??= []).push(t(key, facts));
  }
  return errors;
}
