"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { type FormAction, type FormState, IDLE } from "@/components/forms/form-state";

/** Long enough not to save every keystroke, short enough that little is lost. */
const PAUSE = 1500;

export type AutosaveNote = {
  readonly kind: "busy" | "saved" | "refused" | "failed" | "paused";
  readonly text?: string;
};

/** What the fields held when the page gave them, by name; empty ones are left out. */
export type Held = Readonly<Record<string, string>>;

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

/** What was sent is what the page holds from now on; a field that was left alone stays what it was held to be. */
function heldAfter(held: Held, sent: FormData): Held {
  const texts = [...sent].filter((one): one is [string, string] => typeof one[1] === "string");
  return { ...held, ...Object.fromEntries(texts) };
}

/**
 * Saves the form by itself, a moment after the last keystroke and one save at a time, through the same action as the
 * button. What is being typed is never replaced. After the button was refused it waits until the button is pressed again:
 * what is kept then is a choice, and no accident.
 */
export function useAutosave(
  action: FormAction,
  form: RefObject<HTMLFormElement | null>,
  { version, held }: { readonly version: number; readonly held: Held },
) {
  const [said, setSaid] = useState<FormState | null>(null);
  const [note, setNote] = useState<AutosaveNote | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void> | null>(null);
  const latest = useRef(version);
  const known = useRef(held);
  const paused = useRef(false);
  /** Whether the page that comes is the answer to the button: its fields then hold what is stored. */
  const awaited = useRef(false);
  useEffect(() => {
    latest.current = Math.max(latest.current, version);
    if (awaited.current || paused.current) known.current = held;
    awaited.current = false;
  }, [version]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const save = async () => {
    if (form.current === null || paused.current) return;
    const data = new FormData(form.current);
    data.set("intent", "auto");
    data.set("idempotencyKey", freshKey());
    data.set("version", String(latest.current));
    data.set("base", JSON.stringify(known.current));
    setNote({ kind: "busy" });
    try {
      const answer = await action(IDLE, data);
      if (answer.status === "idle") {
        latest.current = Number(answer.values.version ?? latest.current);
        data.delete("base");
        known.current = heldAfter(known.current, data);
      }
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
    /** The button has spoken: forget what the last automatic save said, and wait when it was refused. */
    answered: (state: FormState) => {
      setSaid(null);
      if (state === IDLE) return;
      known.current = held;
      awaited.current = false;
      paused.current = state.status === "refused" && state.reasons.length > 0;
    },
    onInput: () => {
      clearTimeout(timer.current);
      awaited.current = false;
      if (paused.current) {
        setNote({ kind: "paused" });
        return;
      }
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
    pressed: () => {
      paused.current = false;
      awaited.current = true;
      setNote(null);
    },
    newest: () => latest.current,
    heldNow: () => JSON.stringify(known.current),
  };
}
