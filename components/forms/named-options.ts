import type { Option } from "./select-field";

export type Named = { readonly code: string; readonly name: string };

/** What is known by a code, to choose from by its name. */
export const namedOptions = (named: readonly Named[]): Option[] =>
  named.map(({ code, name }) => ({ value: code, label: name }));
