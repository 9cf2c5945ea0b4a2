import { z } from "zod";
import { isReportCell } from "./report";

/** The project fields of a line are one list: who changes one of them gives them all. */
const PROJECT = /^project(?:Spent)?\.\d{1,4}\.(.{1,200})$/s;

export interface TouchedForm {
  /** The form with only those cells that hold something else than when the page gave them. */
  readonly touched: FormData;
  /** The same cells as the page gave them; null when the form does not say what those held. */
  readonly before: FormData | null;
}

const heldSchema = z.record(z.string(), z.string());

function readHeld(said: FormDataEntryValue | null): Record<string, string> | null {
  if (typeof said !== "string") return null;
  try {
    return heldSchema.safeParse(JSON.parse(said)).data ?? null;
  } catch {
    return null;
  }
}

/** As a text field gives it back: a browser sends a new line of an area as two characters. */
const plain = (text: string) => text.replaceAll("\r\n", "\n").trim();

/**
 * What somebody changed on the form of a report. What they left alone is not theirs to say: somebody else may have changed
 * it since the page was opened.
 */
export function touchedOf(form: FormData): TouchedForm {
  const held = readHeld(form.get("base"));
  if (held === null) return { touched: form, before: null };
  const cells = [...form].filter(([name]) => isReportCell(name));
  const changed = (name: string, value: FormDataEntryValue) =>
    typeof value === "string" && plain(value) !== plain(held[name] ?? "");
  const lines = new Set(
    cells.filter(([name, value]) => changed(name, value)).flatMap(([name]) => PROJECT.exec(name)?.[1] ?? []),
  );
  const touched = new FormData();
  const before = new FormData();
  for (const [name, value] of form) {
    if (name === "base") continue;
    if (!isReportCell(name) || typeof value !== "string") {
      touched.append(name, value);
      before.append(name, value);
      continue;
    }
    const line = PROJECT.exec(name)?.[1];
    if (line === undefined ? !changed(name, value) : !lines.has(line)) continue;
    touched.append(name, value);
    before.append(name, held[name] ?? "");
  }
  return { touched, before };
}
