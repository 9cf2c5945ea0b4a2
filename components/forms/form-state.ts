import { type FieldNames, fieldName } from "./field-names";

/** Something that stands in the way, with the field it is about and what would take it away. */
export type FormReason = {
  readonly field?: string;
  readonly message: string;
  readonly lift?: { readonly text: string; readonly href?: string };
  /** The rule of the public catalogue that says it. */
  readonly rule?: { readonly text: string; readonly href: string };
};

/** What a server action gives back when it did not do what was asked. Ready sentences in the reader's language. */
export type FormState = {
  readonly status: "idle" | "refused";
  readonly values: Readonly<Record<string, string>>;
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  readonly reasons: readonly FormReason[];
};

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export const IDLE: FormState = { status: "idle", values: {}, fieldErrors: {}, reasons: [] };

/** What was typed, to be shown again. Secrets are left out: they never travel back to the page. */
export function keptValues(form: FormData, secret: readonly string[] = []): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$") || secret.includes(name)) continue;
    kept[name] = value;
  }
  return kept;
}

/** Every reason of a refusal: those that have no field, and one for each sentence at a field, which it names in a table. */
export function allReasons(state: FormState, names?: FieldNames): FormReason[] {
  const said = new Set(state.reasons.map((reason) => `${reason.field ?? ""}\n${reason.message}`));
  const atFields = Object.entries(state.fieldErrors).flatMap(([field, messages]) =>
    messages
      .filter((message) => !said.has(`${field}\n${message}`))
      .map((message) => {
        const name = names === undefined ? null : fieldName(names, field);
        return { field, message: name === null ? message : `${name}: ${message}` };
      }),
  );
  return [...state.reasons, ...atFields];
}
