import { authorize } from "@/lib/auth/authorize";
import { loadReport } from "../load-report";
import { workbookFile } from "../workbook-file";

type Props = { params: Promise<{ programme: string; report: string }> };

/** The official workbook of a report, with what stands in it now. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("report:read");
  return workbookFile(grant, await loadReport(grant, await params));
}
