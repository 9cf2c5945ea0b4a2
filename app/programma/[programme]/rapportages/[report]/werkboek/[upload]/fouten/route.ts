import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { authorize } from "@/lib/auth/authorize";
import { yearsOf } from "@/lib/domain/report-workbook/report-columns";
import { loadReport } from "../../load-report";
import { reportHeadings } from "../../report-words";
import { workbookFile } from "../../workbook-file";
import { uploadAt } from "../find-upload";
import { broughtRows, reportFaults } from "../report-faults";

type Props = { params: Promise<{ programme: string; report: string; upload: string }> };

/** The same workbook back, with the faulty cells in red, a note at each, and a sheet that lists them. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("report:read");
  const at = await params;
  const { outcome } = (await uploadAt(grant, at)).upload;
  if (outcome === null || outcome.refusal !== null) notFound();
  const loaded = await loadReport(grant, at);
  const titles = await reportHeadings(await getLocale());
  const faults = await reportFaults(outcome, titles, yearsOf(loaded.report.lines));
  return workbookFile(grant, loaded, broughtRows(outcome, faults));
}
