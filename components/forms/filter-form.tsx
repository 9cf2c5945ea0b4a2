import type { ReactNode } from "react";
import { FormProvider } from "./form-context";
import { IDLE } from "./form-state";
import { useFormTexts } from "./form-texts";

type FilterFormProps = {
  /** What the form asks for: "Filter", "Zoek een begrip". */
  label: string;
  action?: string;
  search?: boolean;
  /** Sentences about parameters that could not be read, per field. */
  errors?: Readonly<Record<string, readonly string[]>>;
  children: ReactNode;
};

/** Questions to the page itself, kept in its address. */
export function FilterForm({ label, action, search = false, errors = {}, children }: FilterFormProps) {
  const state = { ...IDLE, fieldErrors: errors };
  return (
    <FormProvider value={{ state, texts: useFormTexts(), prefix: "" }}>
      <form
        className="asof"
        method="get"
        action={action}
        role={search ? "search" : undefined}
        aria-label={label}
        noValidate
      >
        {children}
      </form>
    </FormProvider>
  );
}
