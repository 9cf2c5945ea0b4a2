"use client";

import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { FormProvider, type FormTexts } from "./form-context";
import { FormErrors } from "./form-errors";
import { type FormAction, type FormState, IDLE } from "./form-state";

type FormFrameProps = {
  action: FormAction;
  texts: FormTexts;
  prefix: string;
  className?: string;
  /** The title of the page as the browser shows it; "Fout:" comes in front of it after a refusal. */
  documentTitle: string;
  initial?: FormState;
  children: ReactNode;
};

/** Holds what the server said about a form. Without script Next renders the same state into the next page. */
export function FormFrame({
  action,
  texts,
  prefix,
  className,
  documentTitle,
  initial = IDLE,
  children,
}: FormFrameProps) {
  const [state, submit] = useActionState(action, initial);
  const summary = useRef<HTMLDivElement>(null);
  const refused = state.status === "refused";
  const [inBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  useEffect(() => {
    if (refused && state !== initial) summary.current?.focus();
  }, [refused, state, initial]);
  return (
    <FormProvider value={{ state, texts, prefix }}>
      {/* Without script the title of the next page says it; see app/layout.tsx. */}
      {refused && inBrowser && <title>{`${texts.error}: ${documentTitle}`}</title>}
      {/* One child of whatever it stands in, with or without a summary: in columns it keeps its own. */}
      <div>
        <FormErrors ref={summary} />
        <form action={submit} className={className} noValidate>
          {children}
        </form>
      </div>
    </FormProvider>
  );
}
