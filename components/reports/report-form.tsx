"use client";

import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { FormProvider, type FormTexts } from "@/components/forms/form-context";
import { FormErrors } from "@/components/forms/form-errors";
import { type FormAction, IDLE } from "@/components/forms/form-state";
import { type AutosaveNote, type Held, useAutosave } from "./use-autosave";

export type AutosaveWords = Readonly<Record<"busy" | "refused" | "failed" | "paused", string>>;

type ReportFormProps = {
  action: FormAction;
  texts: FormTexts;
  words: AutosaveWords;
  documentTitle: string;
  version: number;
  /** What the fields hold before anything is typed, by name. */
  held: Held;
  /** When the report was saved last, as the server says it. */
  saved: string;
  actions: ReactNode;
  children: ReactNode;
};

/** The report being filled in: saved by the button, and with script also by itself. */
export function ReportForm(props: ReportFormProps) {
  const { action, texts, words, documentTitle, version, held, saved, actions, children } = props;
  const [state, submit] = useActionState(action, IDLE);
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [inBrowser, setInBrowser] = useState(false);
  const auto = useAutosave(action, form, { version, held });
  const { answered } = auto;
  const refused = state.status === "refused";
  useEffect(() => setInBrowser(true), []);
  // A new answer of the button, and nothing else, ends what the automatic save said.
  useEffect(() => {
    answered(state);
    if (state.status === "refused" && state !== IDLE) summary.current?.focus();
  }, [state]);

  /** A save that is under way finishes first: the button then sends the version that it made. */
  const waitForAutosave = (event: FormEvent<HTMLFormElement>) => {
    const underWay = auto.settle();
    const field = event.currentTarget.elements.namedItem("version");
    if (field instanceof HTMLInputElement) field.value = String(auto.newest());
    const base = event.currentTarget.elements.namedItem("base");
    if (base instanceof HTMLInputElement) base.value = auto.heldNow();
    if (underWay === null) {
      auto.pressed();
      return;
    }
    event.preventDefault();
    const target = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    void underWay.then(() => target.requestSubmit(submitter));
  };

  return (
    <FormProvider value={{ state: auto.said ?? state, texts, prefix: "" }}>
      {refused && inBrowser && <title>{`${texts.error}: ${documentTitle}`}</title>}
      {auto.said === null && <FormErrors ref={summary} />}
      <form ref={form} action={submit} onInput={auto.onInput} onSubmit={waitForAutosave} noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="base" value={JSON.stringify(held)} />
        {children}
        <div className="actions above-m">
          {actions}
          <span className="small muted" role="status" data-autosave={auto.note?.kind}>
            {noteText(auto.note, words, saved)}
          </span>
        </div>
      </form>
    </FormProvider>
  );
}

function noteText(note: AutosaveNote | null, words: AutosaveWords, saved: string): string {
  if (note === null) return saved;
  return note.kind === "saved" ? (note.text ?? saved) : words[note.kind];
}
