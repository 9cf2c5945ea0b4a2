import type { KeyboardEvent } from "react";

export interface CellPlace {
  readonly row: number;
  readonly field: string;
}

const NAME = /^lines\.(\d+)\.(.+)$/;

/** The cell of the grid that an event came from. */
export function cellAt(target: EventTarget): (CellPlace & { readonly input: HTMLInputElement }) | null {
  if (!(target instanceof HTMLInputElement)) return null;
  const [, row = "", field = ""] = NAME.exec(target.name) ?? [];
  return field === "" ? null : { row: Number(row), field, input: target };
}

/**
 * Where a key goes to: up and down a column, and sideways once the cursor is at the edge of what was typed. While
 * somebody is typing in a cell with suggestions, up and down are for the suggestions.
 */
export function nextCell(
  { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent,
  at: CellPlace & { readonly input: HTMLInputElement },
  fields: readonly string[],
  typing: boolean,
): CellPlace | null {
  if (altKey || ctrlKey || metaKey) return null;
  const { row, field, input } = at;
  if (key === "Enter") return { row: row + (shiftKey ? -1 : 1), field };
  if (shiftKey) return null;
  const suggesting = typing && input.list !== null;
  if (key === "ArrowDown" && !suggesting) return { row: row + 1, field };
  if (key === "ArrowUp" && !suggesting) return { row: row - 1, field };
  const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  const aside = (step: -1 | 1) => {
    const next = fields[fields.indexOf(field) + step];
    return next === undefined ? null : { row, field: next };
  };
  if (key === "ArrowLeft" && (whole || input.selectionEnd === 0)) return aside(-1);
  if (key === "ArrowRight" && (whole || input.selectionStart === input.value.length)) return aside(1);
  return null;
}
