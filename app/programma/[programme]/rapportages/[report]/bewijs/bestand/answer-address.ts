import type { FileRefused } from "@/lib/domain/evidence/evidence-file";

export interface Answer {
  readonly fields: Readonly<Record<string, string>>;
  readonly refused: FileRefused | "fields" | null;
}

/** What is given back to be shown in the form once more. */
const KEPT = ["line", "kind", "amount", "note"] as const;

/** The page that says how it went. Nothing is kept of what was refused, so the address carries what was typed. */
export function answerAddress(
  base: string,
  { fields, refused }: Answer,
  done: "toegevoegd" | "beantwoord" = "toegevoegd",
): string {
  if (refused === null) {
    const { line = "" } = fields;
    const shown = done === "toegevoegd" && line !== "";
    return `${base}?${new URLSearchParams({ gedaan: done, ...(shown ? { regel: line } : {}) })}`;
  }
  const asked = new URLSearchParams({ probleem: refused === "fields" ? refused : refused.problem });
  if (refused !== "fields")
    for (const [name, value] of Object.entries(refused.facts)) asked.set(`f.${name}`, value.slice(0, 120));
  for (const name of KEPT) if (fields[name]) asked.set(name, fields[name].slice(0, 300));
  return `${base}?${asked}`;
}
