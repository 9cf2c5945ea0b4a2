"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { type FormAction, type FormState, IDLE } from "@/components/forms/form-state";

/** Long enough not to save every keystroke, short enough that little is lost. */
const PAUSE = 1500;

export type AutosaveNote = { readonly kind: "busy" | "saved" | "refused" | "failed"; readonly text?: string };

/** A fresh key for every save: randomUUID does not exist on a page without https, getRandomValues does. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    if (index === 6) return ((byte & 15) | 64).toString(16).padStart(2, "0");
    if (index === 8) return ((byte & 63) | 128).toString(16).padStart(2, "0");
    return byte.toString(16).padStart(2, "0");
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(""))
    .join("-");
}

/**
 * Saves the form by itself, a moment after the last keystroke and one save at a time, through the same action as the
 * button. What is being typed is never replaced.
 */
export function useAutosave(action: FormAction, form: RefObject<HTMLFormElement | null>, version: number) {
  const [said, setSaid] = useState<FormState | null>(null);
  const [note, setNote] = useState<AutosaveNote | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void> | null>(null);
  const latest = useRef(version);
  useEffect(() => {
    latest.current = Math.max(latest.current, version);
  }, [version]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const save = async () => {
    if (form.current === null) return;
    const data = new FormData(form.current);
    data.set("intent", "auto");
    data.set("idempotencyKey", freshKey());
    data.set("version", String(latest.current));
    setNote({ kind: "busy" });
    try {
      const answer = await action(IDLE, data);
      if (answer.status === "idle") latest.current = Number(answer.values.version ?? latest.current);
      setSaid(answer);
      const unreadable = Object.keys(answer.fieldErrors).length > 0;
      if (answer.status === "idle") setNote({ kind: "saved", text: answer.values.saved });
      else setNote({ kind: unreadable ? "refused" : "failed" });
    } catch {
      setNote({ kind: "failed" });
    }
  };

  return {
    said,
    note,
    /** Forget what the last automatic save said: the button has spoken. */
    forget: () => setSaid(null),
    onInput: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const before = running.current ?? Promise.resolve();
        const mine = before.then(save).finally(() => {
          if (running.current === mine) running.current = null;
        });
        running.current = mine;
      }, PAUSE);
    },
    /** Stops the clock; gives the save that is under way, after which the newest version is known. */
    settle: (): Promise<void> | null => {
      clearTimeout(timer.current);
      return running.current;
    },
    newest: () => latest.current,
  };
}
