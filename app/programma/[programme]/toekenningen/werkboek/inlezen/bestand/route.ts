import { getLocale } from "next-intl/server";
import { z } from "zod";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { tooLarge, type UploadAnswer, uploadFile } from "@/lib/commands/entry/upload-file";
import { FILE_LIMITS } from "@/lib/domain/entry/entry-file";
import { entryOptions } from "@/lib/queries/entry/entry-options";
import { knownRows } from "@/lib/queries/entry/known-rows";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { fileHeadings } from "../../workbook-words";
import { drained, refusalAddress } from "./refusal-address";

type Props = { params: Promise<{ programme: string }> };

const uploadForm = z.object({ tranche: z.uuid(), file: z.file() });
/** The other fields and the lines between them. */
const AROUND = 64 * 1024;
/** A small file is read before anybody needs to see how far it is. */
const PATIENCE_MS = 900;

/** Takes a workbook or csv in. Without script or with, the answer is another page to go to. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("allocation:propose");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const base = `/programma/${programme.code}/toekenningen/werkboek/inlezen`;
  const go = (path: string) => new Response(null, { status: 303, headers: { Location: path } });
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= FILE_LIMITS.bytes + AROUND)) {
    await drained(request.body);
    return go(refusalAddress(base, null, tooLarge(length)));
  }
  const parsed = uploadForm.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return go(`${base}?probleem=empty_file`);
  const { tranche: trancheId, file } = parsed.data;
  const locale = await getLocale();
  const options = await orNotFound(entryOptions(grant, programme.id, trancheId, locale));
  const answer: UploadAnswer = await uploadFile(grant, {
    bytes: new Uint8Array(await file.arrayBuffer()),
    fileName: file.name.replace(/[\p{Cc}/\\]/gu, "").slice(-120),
    headings: await fileHeadings(options.years),
    programme,
    trancheCode: options.code,
    trancheId,
    years: options.years,
    areas: options.areas,
    themes: options.themes,
    known: await knownRows(grant, programme.id, trancheId, locale),
  });
  if (answer.is === "refused") return go(refusalAddress(base, trancheId, answer));
  if (answer.is === "same") return go(`${base}?tranche=${trancheId}&al=${answer.batchId}`);
  await Promise.race([answer.finished, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  return go(`${base}/${answer.uploadId}`);
}
