import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { fileAnswer } from "@/app/file-answer";
import { authorize } from "@/lib/auth/authorize";
import { recordedExport } from "@/lib/commands/exports/record-export";
import { AUDIT_LOG } from "@/lib/domain/audit/audit-content";
import { auditLogFile } from "@/lib/exports/audit-log-file";
import { exportName } from "@/lib/exports/file-name";
import { tableFormat } from "@/lib/exports/table-bytes";
import { readLogQuestion } from "@/lib/input/audit-log";
import { listProgrammes } from "@/lib/queries/programmes/find-programme";

type Props = { params: Promise<{ file: string }> };

/** The lines of the audit log that the address asks for, as a file. That it left is in the log as well. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("audit-log:read");
  const [name, ending = ""] = (await params).file.split(".");
  const format = tableFormat(ending);
  if (name !== AUDIT_LOG || format === null) notFound();
  const question = Object.fromEntries(new URL(request.url).searchParams);
  const { asked } = readLogQuestion(question);
  const programme = (await listProgrammes(grant)).find(({ code }) => code === asked.programme) ?? null;
  const when = { locale: await getLocale(), now: new Date() };
  const made = await auditLogFile(grant, { asked, programme }, format, when);
  return fileAnswer(
    recordedExport(grant, { programme, kind: AUDIT_LOG, format, question }, made),
    `${exportName(programme, AUDIT_LOG, when.now)}.${format}`,
    format,
  );
}
