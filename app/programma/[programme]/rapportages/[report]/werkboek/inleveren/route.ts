import { getLocale } from "next-intl/server";
import { z } from "zod";
import { drained } from "@/app/programma/[programme]/toekenningen/werkboek/inlezen/bestand/refusal-address";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { uploadReportFile } from "@/lib/commands/report-workbook/upload-report-file";
import { FILE_LIMITS } from "@/lib/domain/entry/entry-file";
import { NotFound } from "@/lib/domain/refusal";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import { reportPath } from "@/lib/views/reports";
import { choiceWords, reportHeadings } from "../report-words";

type Props = { params: Promise<{ programme: string; report: string }> };

const uploadForm = z.object({ file: z.file() });
/** The other fields and the lines between them. */
const AROUND = 64 * 1024;
/** A small file is read before anybody needs to see how far it is. */
const PATIENCE_MS = 900;

const megabytes = (bytes: number) => String(Math.ceil(bytes / (1024 * 1024)));

/** Takes a workbook or csv in. Without script or with, the answer is another page to go to. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("report:fill");
  const { programme: code, report: reportId } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const base = `${reportPath(programme.code, reportId)}/werkboek`;
  const go = (path: string) => new Response(null, { status: 303, headers: { Location: path } });
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= FILE_LIMITS.bytes + AROUND)) {
    await drained(request.body);
    return go(`${base}?probleem=too_large&mb=${megabytes(Number.isFinite(length) ? length : 0)}`);
  }
  const parsed = uploadForm.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success || parsed.data.file.size === 0) return go(`${base}?probleem=empty_file`);
  const { file } = parsed.data;
  if (file.size > FILE_LIMITS.bytes) return go(`${base}?probleem=too_large&mb=${megabytes(file.size)}`);
  const locale = await getLocale();
  const answer = await orNotFound(
    z.uuid().safeParse(reportId).success
      ? uploadReportFile(grant, {
          bytes: new Uint8Array(await file.arrayBuffer()),
          fileName: file.name.replace(/[\p{Cc}/\\"]/gu, "").slice(-120) || "werkboek",
          today: dateInAmsterdam(new Date()),
          headings: await reportHeadings(locale),
          choices: await choiceWords(locale),
          programme,
          reportId,
          locale,
        })
      : Promise.reject(new NotFound(reportId)),
  );
  if (answer.is === "closed") return go(`${base}?probleem=gesloten`);
  await Promise.race([answer.finished, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  return go(`${base}/${answer.uploadId}`);
}
