"use client";

import type { FieldProps } from "./field";
import { TextField } from "./text-field";

/** A date as text, "23-11-2026": pickers of browsers differ by language and are slow for a date that is known. */
export function DateField(props: FieldProps & { defaultValue?: string }) {
  return <TextField {...props} width="s" inputMode="numeric" />;
}
