"use server";

import { redirect } from "next/navigation";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { markSeen } from "@/lib/commands/municipality/mark-seen";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

/** Everything up to now was seen. */
export async function markSeenAction(code: string, municipality: string): Promise<void> {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, code));
  await markSeen(grant, programme.id);
  redirect(`/programma/${encodeURIComponent(code)}/gemeenten/${encodeURIComponent(municipality)}`);
}
