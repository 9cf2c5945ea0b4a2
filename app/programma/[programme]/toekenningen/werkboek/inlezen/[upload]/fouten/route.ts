import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { entryOptions } from "@/lib/queries/entry/entry-options";
import { findUpload } from "@/lib/queries/entry/find-upload";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { workbookAnswer } from "../../../workbook-answer";
import { filledRows } from "../faults";

type Props = { params: Promise<{ programme: string; upload: string }> };

/** The same workbook back, with the faulty cells in red, a note at each, and a sheet that lists them. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("allocation:propose");
  const { programme: code, upload: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  if (!z.uuid().safeParse(id).success) notFound();
  const upload = await orNotFound(findUpload(grant, programme.id, id));
  const options = await orNotFound(entryOptions(grant, programme.id, upload.trancheId, await getLocale()));
  return workbookAnswer(grant, programme, upload.trancheId, await filledRows(upload, options.years));
}
