import { authorize, orNotFound } from "@/lib/auth/authorize";
import { takeLedgerFile } from "@/lib/commands/own-ledger/take-ledger-file";
import { FILE_LIMITS, type FileRefusal, tooLargeFile } from "@/lib/domain/entry/entry-file";
import { Refusal } from "@/lib/domain/refusal";
import { ledgerUpload } from "@/lib/input/own-ledger";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ownLedgerPath } from "@/lib/views/own-ledger";
import { reportPath } from "@/lib/views/reports";
import { drained } from "../../toekenningen/werkboek/inlezen/bestand/refusal-address";

type Props = { params: Promise<{ programme: string }> };

/** The other fields and the lines between them. */
const AROUND = 64 * 1024;

/** Takes a file of bookings in. Without script or with, the answer is another page to go to. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("report:fill");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const base = ownLedgerPath(programme.code);
  const go = (path: string) => new Response(null, { status: 303, headers: { Location: path } });
  const refused = ({ problem, facts }: FileRefusal) => {
    const asked = new URLSearchParams({ probleem: problem });
    for (const [name, value] of Object.entries(facts)) asked.set(`f.${name}`, value.slice(0, 120));
    return go(`${base}?${asked}`);
  };
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= FILE_LIMITS.bytes + AROUND)) {
    await drained(request.body);
    return refused(tooLargeFile(length));
  }
  const parsed = ledgerUpload.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return refused({ problem: "empty_file", facts: {} });
  const { report: reportId, file } = parsed.data;
  const name = file.name.replace(/[\p{Cc}/\\]/gu, "").slice(-120) || "boekingen";
  const bytes = new Uint8Array(await file.arrayBuffer());
  const taken = await orNotFound(takeLedgerFile(grant, programme.id, { reportId, name, bytes })).catch(
    (error: unknown) => {
      // Handed in while the file was chosen: its page says how it stands.
      if (error instanceof Refusal && error.code === "not_open") return null;
      throw error;
    },
  );
  if (taken === null) return go(reportPath(programme.code, reportId));
  return typeof taken === "string" ? go(`${base}/inlezen/${taken}`) : refused(taken);
}
