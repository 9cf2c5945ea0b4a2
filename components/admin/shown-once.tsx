"use client";

import { useForm } from "@/components/forms/form-context";

/** A secret that the server made: shown in the answer to the form that asked for it, and nowhere else. */
export function ShownOnce({ title, link }: { title: string; link: string }) {
  const { state } = useForm();
  const { shown, href } = state.status === "idle" ? state.values : {};
  if (shown === undefined) return null;
  return (
    <div className="alert alert-ok" role="status">
      <p>
        {title} <strong className="mono">{shown}</strong>
      </p>
      {href !== undefined && href !== "" && (
        <p>
          <a href={href}>{link}</a>
        </p>
      )}
    </div>
  );
}
