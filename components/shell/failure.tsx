"use client";

import { useEffect, useState } from "react";
import { BrandMark } from "./brand-mark";

type FailureProps = { reference?: string; retry: () => void };

/**
 * What is shown when a page could not be made. In both languages and without anything from the server: whatever
 * failed may be what would have told the language. When the server says that it is not ready (its database is
 * away), this page waits until it is, and then asks for the page again.
 */
export function Failure({ reference, retry }: FailureProps) {
  const waiting = useRecovery(retry);
  return (
    <>
      <header className="head">
        <div className="wrap">
          <div className="head-row">
            <a className="brand" href="/">
              <BrandMark />
              Geldstroom
            </a>
          </div>
        </div>
      </header>
      <div className="wrap page">
        <main id="inhoud">
          <div className="title">
            <h1 lang="nl">Er ging iets mis</h1>
          </div>
          <div lang="nl">
            <p>De pagina kon niet worden gemaakt. Er is niets half opgeslagen.</p>
            <p role="status">
              {waiting && "De gegevens zijn even niet bereikbaar. Deze pagina probeert het vanzelf opnieuw."}
            </p>
          </div>
          <div lang="en">
            <h2>Something went wrong</h2>
            <p>The page could not be made. Nothing was half saved.</p>
            <p role="status">
              {waiting && "The data cannot be reached for a moment. This page tries again by itself."}
            </p>
          </div>
          <div className="actions">
            <button type="button" className="button" onClick={retry}>
              <span>
                Probeer opnieuw <span lang="en">/ Try again</span>
              </span>
            </button>
            <a className="button button-second" href="/">
              <span>
                Naar het begin <span lang="en">/ To the start</span>
              </span>
            </a>
          </div>
          {reference !== undefined && <p className="small muted above-m mono">{reference}</p>}
        </main>
      </div>
    </>
  );
}

const PAUSE = 4000;
const UNAVAILABLE = 503;

/** True while the server says it is not ready. A failure on a server that is ready is not asked for again and again. */
function useRecovery(retry: () => void): boolean {
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const look = async (before: boolean) => {
      const ready = await fetch("/api/ready", { cache: "no-store" }).then(
        (answer) => answer.status !== UNAVAILABLE,
        () => false,
      );
      if (stopped || (ready && !before)) return;
      if (ready) return retry();
      setWaiting(true);
      timer = setTimeout(look, PAUSE, true);
    };
    void look(false);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [retry]);
  return waiting;
}
