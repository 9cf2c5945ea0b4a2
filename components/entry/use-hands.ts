"use client";

import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef } from "react";

/** What a cell does with what happens in it. */
export interface Hands {
  readonly change: (row: number, field: string, value: string) => void;
  readonly paste: (event: ClipboardEvent) => void;
  readonly press: (event: KeyboardEvent) => void;
  readonly enter: (event: FocusEvent) => void;
  readonly leave: () => void;
}

/** The same functions for ever, which do what those of the last drawing do: a line is only drawn again when it changed. */
export function useHands(now: Hands): Hands {
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  return useMemo<Hands>(
    () => ({
      change: (row, field, value) => latest.current.change(row, field, value),
      paste: (event) => latest.current.paste(event),
      press: (event) => latest.current.press(event),
      enter: (event) => latest.current.enter(event),
      leave: () => latest.current.leave(),
    }),
    [],
  );
}
