"use client";

import { type Ref, useId } from "react";
import { ErrorSummary } from "@/components/signs/error-summary";
import { useForm } from "./form-context";
import { allReasons } from "./form-state";

/** Every reason why the form was refused, in one place, with links to the fields. Shows nothing before that. */
export function FormErrors({ ref }: { ref?: Ref<HTMLDivElement> }) {
  const { state, texts, prefix } = useForm();
  const id = useId();
  if (state.status !== "refused" || texts === null) return null;
  const reasons = allReasons(state, texts.names);
  const heading = reasons.length === 1 ? texts.one : texts.many.replace("{count}", String(reasons.length));
  const items = reasons.map(({ field, message, lift, rule }) => ({
    message,
    lift,
    rule,
    href: field === undefined ? undefined : `#${prefix}${field}`,
  }));
  return <ErrorSummary id={id} heading={heading} items={items} focused ref={ref} />;
}
