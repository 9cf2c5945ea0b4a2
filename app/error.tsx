"use client";

import { Failure } from "@/components/shell/failure";

type ErrorProps = { error: unknown; retry: () => void };

/** The digest is what the server's log calls this failure; the message itself stays there. */
export default function PageError({ error, retry }: ErrorProps) {
  const { digest } = error as { digest?: string };
  return (
    <>
      <title>Er ging iets mis - Geldstroom</title>
      <Failure reference={digest} retry={retry} />
    </>
  );
}
