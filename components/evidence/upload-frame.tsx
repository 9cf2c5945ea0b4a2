"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { EVIDENCE_BYTES } from "@/lib/domain/evidence/evidence-file";

type Words = Readonly<Record<"submit" | "sending" | "checking" | "failed" | "tooLarge", string>>;

type UploadFrameProps = { action: string; words: Words; children: ReactNode };

/** How far the browser is, in whole per cents. */
type Sending = { readonly done: number };

/**
 * The same form with how far it is. Only a browser request knows the progress of what is sent; it follows the answer,
 * which is a page, and that page is then opened. Without script the form does the same by itself.
 */
export function UploadFrame({ action, words, children }: UploadFrameProps) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<"failed" | "tooLarge" | null>(null);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending !== null) return;
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (file instanceof File && file.size > EVIDENCE_BYTES) {
      setProblem("tooLarge");
      return;
    }
    setProblem(null);
    setSending({ done: 0 });
    const request = new XMLHttpRequest();
    const failed = () => {
      setSending(null);
      setProblem("failed");
    };
    request.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) setSending({ done: Math.floor((loaded * 100) / Math.max(1, total)) });
    });
    request.addEventListener("load", () => {
      if (request.status < 400 && request.responseURL !== "") window.location.assign(request.responseURL);
      else failed();
    });
    request.addEventListener("error", failed);
    request.addEventListener("abort", failed);
    request.open("POST", action);
    request.send(form);
  };

  return (
    <form action={action} method="post" encType="multipart/form-data" onSubmit={send} noValidate>
      {children}
      {problem !== null && (
        <p className="error" role="alert">
          {words[problem]}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="button" aria-disabled={sending !== null || undefined}>
          {words.submit}
        </button>
        {sending !== null && <Progress done={sending.done} words={words} />}
      </div>
    </form>
  );
}

function Progress({ done, words }: Sending & { words: Words }) {
  const sent = done >= 100;
  return (
    <span className="upload-progress">
      <progress value={sent ? undefined : done} max={100} aria-label={words.sending} />
      <span className="small tnum" role="status">
        {sent ? words.checking : `${words.sending}: ${done - (done % 10)}%`}
      </span>
    </span>
  );
}
