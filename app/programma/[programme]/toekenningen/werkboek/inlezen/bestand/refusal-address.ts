import type { UploadAnswer } from "@/lib/commands/entry/upload-file";

/** Where it is said why a file was refused. Nothing is kept of it, so the address carries the reason. */
export function refusalAddress(base: string, trancheId: string | null, answer: UploadAnswer): string {
  const asked = new URLSearchParams(trancheId === null ? {} : { tranche: trancheId });
  if (answer.is === "refused") {
    asked.set("probleem", answer.problem);
    for (const [name, value] of Object.entries(answer.facts)) asked.set(`f.${name}`, value.slice(0, 120));
  }
  return `${base}?${asked}`;
}

/** Ten times what is allowed: a browser that goes on beyond that is cut off. */
const MOST_THROWN_AWAY = 100 * 1024 * 1024;

/** Reads a body that is not wanted and keeps nothing of it, so that the browser hears the answer. */
export async function drained(body: ReadableStream<Uint8Array> | null): Promise<void> {
  let thrown = 0;
  for await (const piece of body ?? []) {
    thrown += piece.length;
    if (thrown > MOST_THROWN_AWAY) return;
  }
}
