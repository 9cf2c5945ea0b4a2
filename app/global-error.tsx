"use client";

import { Failure } from "@/components/shell/failure";
import { firaSans } from "./fonts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/forms.css";

type ErrorProps = { error: unknown; retry: () => void };

/** When even the layout could not be made: the page brings its own. */
export default function GlobalError({ error, retry }: ErrorProps) {
  const { digest } = error as { digest?: string };
  return (
    <html lang="nl" className={firaSans.variable}>
      <head>
        <title>Er ging iets mis - Geldstroom</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <Failure reference={digest} retry={retry} />
      </body>
    </html>
  );
}
