"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { EntryRow } from "@/lib/domain/entry/entry-fields";

/** Long enough not to save every keystroke, short enough that little is lost. */
const PAUSE = 1200;

export type DraftAnswer = { readonly saved: string; readonly version: number } | { readonly stale: true };
export type SaveDraft = (version: number, rows: readonly EntryRow[]) => Promise<DraftAnswer>;
export type DraftNote =
  | { readonly kind: "busy" | "failed" | "stale" }
  | { readonly kind: "saved"; readonly text: string };

/** Saves what is typed a moment after the last keystroke, one save at a time; never over what another device saved. */
export function useDraft(save: SaveDraft, rows: readonly EntryRow[], first: number) {
  const [note, setNote] = useState<DraftNote | null>(null);
  const [version, setVersion] = useState(first);
  const newest = useRef({ version: first, rows, save, stopped: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    newest.current.rows = rows;
    newest.current.save = save;
  }, [rows, save]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const run = useCallback(async () => {
    if (newest.current.stopped) return;
    setNote({ kind: "busy" });
    try {
      const answer = await newest.current.save(newest.current.version, newest.current.rows);
      if ("stale" in answer) {
        newest.current.stopped = true;
        setNote({ kind: "stale" });
        return;
      }
      newest.current.version = answer.version;
      setVersion(answer.version);
      setNote({ kind: "saved", text: answer.saved });
    } catch {
      setNote({ kind: "failed" });
    }
  }, []);
  const changed = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      running.current = running.current.then(run);
    }, PAUSE);
  }, [run]);

  return {
    note,
    version,
    changed,
    /** The button takes over: nothing is saved behind its back. */
    settle: () => clearTimeout(timer.current),
    /** The button of the form kept it as this version. */
    keptAs: (kept: number) => {
      newest.current.version = kept;
      setVersion(kept);
    },
  };
}
