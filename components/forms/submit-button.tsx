"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { useForm } from "./form-context";

type SubmitButtonProps = {
  look?: "primary" | "second" | "quiet";
  /** With a name, several buttons of one form can each say what is asked. */
  name?: string;
  value?: string;
  children: ReactNode;
};

const LOOKS = { primary: "button", second: "button button-second", quiet: "button button-quiet" } as const;

/**
 * Ignores a second click while the first is under way. Only a courtesy: what keeps a double submit from counting
 * twice is the idempotency key, which also works without script.
 */
export function SubmitButton({ look = "primary", name, value, children }: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  const pressed = pending && (name === undefined || data?.get(name) === value);
  const { texts } = useForm();
  return (
    <button
      type="submit"
      className={LOOKS[look]}
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {children}
      {pressed && texts !== null && (
        <span className="hidden" role="status">
          {texts.busy}
        </span>
      )}
    </button>
  );
}
