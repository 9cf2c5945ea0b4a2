import { notFound } from "next/navigation";
import { z } from "zod";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { workbookAnswer } from "./workbook-answer";

type Props = { params: Promise<{ programme: string }> };

/** The official workbook of a tranche, filled with what is there now. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("allocation:propose");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const tranche = z.uuid().safeParse(new URL(request.url).searchParams.get("tranche"));
  if (!tranche.success) notFound();
  return orNotFound(workbookAnswer(grant, programme, tranche.data));
}
