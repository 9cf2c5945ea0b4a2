"use client";

import { useForm } from "@/components/forms/form-context";

/** The secret address: in the answer to the form that asked for it, and nowhere else. */
export function FeedAddress({ title }: { title: string }) {
  const { state } = useForm();
  const shown = state.status === "idle" ? state.values.shown : undefined;
  if (shown === undefined) return null;
  return (
    <div className="alert alert-ok" role="status">
      <p>{title}</p>
      <p className="mono feed-address">{shown}</p>
    </div>
  );
}
