"use client";

import { useField } from "@/components/forms/form-context";

/** Chooses one line exactly as it is shown: the value carries its version and the hash of its content. */
export function LineChoice({ line, value, label }: { line: number; value: string; label: string }) {
  const { id, kept } = useField(`line.${line}`);
  return (
    <input
      key={String(kept !== undefined)}
      type="checkbox"
      id={id}
      name={`line.${line}`}
      value={value}
      defaultChecked={kept !== undefined}
      aria-label={label}
    />
  );
}

/** Why this line goes back; only asked of lines that do. */
export function LineReason({ line, label }: { line: number; label: string }) {
  const { id, kept, errors } = useField(`reason.${line}`);
  return (
    <>
      {errors.map((error) => (
        <span className="error" key={error} id={`${id}-error`}>
          {error}
        </span>
      ))}
      <input
        type="text"
        id={id}
        name={`reason.${line}`}
        defaultValue={kept ?? ""}
        maxLength={1000}
        autoComplete="off"
        aria-label={label}
        aria-invalid={errors.length > 0 ? true : undefined}
        aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
      />
    </>
  );
}
