"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { FieldNames } from "./field-names";
import { type FormState, IDLE } from "./form-state";

/** The few words that a form needs in the browser, ready in the reader's language. */
export type FormTexts = {
  /** "Fout": in front of the page title and of the sentence at a field. */
  readonly error: string;
  readonly busy: string;
  readonly optional: string;
  readonly one: string;
  /** Holds {count}. */
  readonly many: string;
  /** For a table of fields: what stands in front of a sentence about one of them. */
  readonly names?: FieldNames;
};

export type FormContext = {
  readonly state: FormState;
  readonly texts: FormTexts | null;
  readonly prefix: string;
};

const Context = createContext<FormContext>({ state: IDLE, texts: null, prefix: "" });

export function FormProvider({ value, children }: { value: FormContext; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

export function useForm(): FormContext {
  return useContext(Context);
}

export type FieldState = {
  readonly id: string;
  /** What was typed before a refusal; undefined when the page's own value holds. */
  readonly kept: string | undefined;
  readonly errors: readonly string[];
};

/** How one field stands: its id, what was typed, and every sentence about it, of a rule as well. */
export function useField(name: string): FieldState {
  const { state, prefix } = useForm();
  const refused = state.status === "refused";
  const ofRules = state.reasons.filter(({ field }) => field === name).map(({ message }) => message);
  return {
    id: prefix + name,
    kept: refused ? state.values[name] : undefined,
    errors: [...new Set([...(state.fieldErrors[name] ?? []), ...ofRules])],
  };
}
