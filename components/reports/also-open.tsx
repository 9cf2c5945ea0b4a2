"use client";

import { useEffect, useState } from "react";
import { BEAT_SECONDS, STILL_SECONDS } from "@/lib/domain/reports/presence";

type AlsoOpenProps = {
  /** Where this page says that it is open. */
  address: string;
  /** Who had it open when the page was made; without script it stays at that. */
  said: string | null;
};

/** Signs of somebody at work. */
const DOING = ["input", "keydown", "pointerdown", "scroll"] as const;

/** Which colleagues have this page open too, as long as they do. */
export function AlsoOpen({ address, said: first }: AlsoOpenProps) {
  const [said, setSaid] = useState(first);
  useEffect(() => {
    let active = Date.now();
    let stopped = false;
    const beat = async () => {
      const idle = Date.now() - active > STILL_SECONDS * 1000;
      if (stopped || idle || document.visibilityState !== "visible") return;
      try {
        const answer = await fetch(address, { method: "POST", redirect: "error" });
        // Signed out, or no report of one's own any more: asking again would change nothing.
        if (!answer.ok) stopped = true;
        else setSaid(((await answer.json()) as { said: string | null }).said);
      } catch {
        // Out of reach for a moment; the next one tries again.
      }
    };
    const back = () => void beat();
    const leave = () => navigator.sendBeacon(address, new URLSearchParams({ weg: "ja" }));
    const doing = () => {
      active = Date.now();
    };
    void beat();
    const clock = setInterval(() => void beat(), BEAT_SECONDS * 1000);
    document.addEventListener("visibilitychange", back);
    addEventListener("pagehide", leave);
    for (const event of DOING) addEventListener(event, doing, { passive: true });
    return () => {
      clearInterval(clock);
      document.removeEventListener("visibilitychange", back);
      removeEventListener("pagehide", leave);
      for (const event of DOING) removeEventListener(event, doing);
    };
  }, [address]);
  return (
    <p className="small also-open" role="status">
      {said}
    </p>
  );
}
