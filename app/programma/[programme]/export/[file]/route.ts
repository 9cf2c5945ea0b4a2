import { notFound } from "next/navigation";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import type { Asked } from "@/lib/input/as-of";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { TABLE_FORMATS } from "../answer";
import { batchLinesFile } from "../batch-lines-file";
import { advancesFile, batchesFile, ceilingsFile } from "../desk-files";
import { distributionFile } from "../distribution-file";
import { journalCsvFile, journalPlainFile, ledgerFile } from "../ledger-files";
import { allocationsFile, reportsFile } from "../list-files";
import { historyFile, overviewFile } from "../overview-files";
import { replayFile } from "../rule-files";
import { settlementFile } from "../settlement-file";
import { treeFile } from "../tree-file";

type Props = { params: Promise<{ programme: string; file: string }> };

/** Parameters as a page gets them: one value, or a list when a name stands there more than once. */
function askedOf(url: string): Asked {
  const { searchParams } = new URL(url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

/** The file of a page, with exactly what the page's address asks for. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("export:read");
  const { programme: code, file } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const asked = askedOf(request.url);
  const [name = "", format = ""] = file.split(".");
  if (format === "journal" && name === "journaal")
    return journalPlainFile(await authorize("journal:read"), programme);
  if (format === "csv" && name === "journaal")
    return journalCsvFile(await authorize("journal:read"), programme);
  if (format === "json" && name === "vaststelling")
    return settlementFile(await authorize("proposal:read"), programme, asked, format);
  const wanted = TABLE_FORMATS.find((one) => one === format);
  if (wanted === undefined) notFound();
  switch (name) {
    case "aansluiting":
      return treeFile(await authorize("reconciliation:read"), programme, asked, wanted);
    case "grootboek":
      return ledgerFile(await authorize("journal:read"), programme, asked, wanted);
    case "toekenningen":
      return allocationsFile(await authorize("allocation:read"), programme, asked, wanted);
    case "rapportages":
      return reportsFile(await authorize("report:read"), programme, asked, wanted);
    case "overzicht":
      return overviewFile(await authorize("reconciliation:read"), programme, asked, wanted);
    case "geschiedenis":
      return historyFile(await authorize("reconciliation:read"), programme, asked, wanted);
    case "proefdraai":
      return replayFile(await authorize("reconciliation:read"), programme, asked, wanted);
    case "plafonds":
      return ceilingsFile(await authorize("allocation:read"), programme, wanted);
    case "voorschotten":
      return advancesFile(await authorize("proposal:read"), programme, asked, wanted);
    case "vaststelling":
      return settlementFile(await authorize("proposal:read"), programme, asked, wanted);
    case "verdeling":
      return distributionFile(await authorize("proposal:read"), programme, asked, wanted);
    case "verzamelvoorstel":
      return batchLinesFile(await authorize("proposal:read"), programme, asked, wanted);
    case "verzamelvoorstellen":
      return batchesFile(await authorize("proposal:read"), programme, wanted);
    default:
      notFound();
  }
}
