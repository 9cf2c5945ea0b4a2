"use client";

import type { Pickable } from "@/lib/domain/entry/pick";

/** What can be chosen in a column; typing something else stays possible. */
export function Choices({ id, options }: { id: string; options: readonly Pickable[] }) {
  return (
    <datalist id={id}>
      {options.map((option) => (
        <option key={option.id} value={option.label} />
      ))}
    </datalist>
  );
}
