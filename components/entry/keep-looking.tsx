"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 700;

/** Asks for the page again as long as it is on it. */
export function KeepLooking() {
  const router = useRouter();
  useEffect(() => {
    const clock = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(clock);
  }, [router]);
  return null;
}
