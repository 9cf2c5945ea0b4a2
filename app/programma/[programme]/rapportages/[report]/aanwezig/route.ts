import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { bePresent } from "@/lib/commands/reports/be-present";
import { NotFound } from "@/lib/domain/refusal";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

type Props = { params: Promise<{ programme: string; report: string }> };

const sent = z.object({ weg: z.literal("ja").optional().catch(undefined) });

/** A page that somebody has open says so every now and then, and hears which colleagues have it open too. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("report:read");
  const { programme: code, report: reportId } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const { weg } = sent.parse(Object.fromEntries(await request.formData().catch(() => new FormData())));
  const names = await orNotFound(
    z.uuid().safeParse(reportId).success
      ? bePresent(grant, { programmeId: programme.id, reportId, leaving: weg === "ja" })
      : Promise.reject(new NotFound(reportId)),
  );
  const t = await getTranslations("reports.presence");
  const said = names.length === 0 ? null : t("open", { names: names.join(", "), count: names.length });
  return Response.json({ said }, { headers: { "Cache-Control": "private, no-store" } });
}
