import { headers } from "next/headers";
import { after } from "next/server";
import { isPrefetch } from "@/lib/auth/origin";
import { rememberVisit } from "@/lib/commands/municipality/remember-visit";
import type { Grant } from "@/lib/domain/access";
import type { MunicipalityDesk } from "@/lib/queries/municipality/find-municipality-desk";

/** Remembers the visit once the page is sent: it is not waited for. A page that is only fetched ahead is no visit. */
export async function afterVisit(
  grant: Grant<"report:read">,
  programmeId: string,
  { id: municipalityId, visit }: MunicipalityDesk,
): Promise<void> {
  if (visit === null || isPrefetch(await headers())) return;
  after(() => rememberVisit(grant, { programmeId, municipalityId, at: visit.at }));
}
