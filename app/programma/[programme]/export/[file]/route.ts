import { notFound } from "next/navigation";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import type { Asked } from "@/lib/input/as-of";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { journalCsvFile, journalPlainFile, ledgerFile } from "../ledger-files";
import { allocationsFile, reportsFile } from "../list-files";
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
  if (format !== "csv" && format !== "xlsx") notFound();
  switch (name) {
    case "aansluiting":
      return treeFile(await authorize("reconciliation:read"), programme, asked, format);
    case "grootboek":
      return ledgerFile(await authorize("journal:read"), programme, asked, format);
    case "toekenningen":
      return allocationsFile(await authorize("allocation:read"), programme, asked, format);
    case "rapportages":
      return reportsFile(await authorize("report:read"), programme, asked, format);
    default:
      notFound();
  }
}
