"use client";

import { type ChangeEvent, useState } from "react";
import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";

type FileFieldProps = FieldProps & {
  accept: string;
  /** A larger file is not sent at all; the server says the same to who has no script. */
  most?: { readonly bytes: number; readonly sentence: string };
};

/** A file; a browser never keeps one after a refusal, so it is chosen again. */
export function FileField({ accept, most, ...field }: FileFieldProps) {
  const { id, errors } = useField(field.name);
  const [tooLarge, setTooLarge] = useState(false);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const larger = most !== undefined && (target.files?.[0]?.size ?? 0) > most.bytes;
    if (larger) target.value = "";
    setTooLarge(larger);
  };
  return (
    <Field {...field} id={id} errors={tooLarge && most ? [...errors, most.sentence] : errors}>
      {(control) => <input {...control} type="file" accept={accept} onChange={choose} />}
    </Field>
  );
}
