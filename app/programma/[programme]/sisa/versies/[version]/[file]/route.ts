import { notFound } from "next/navigation";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { askedVersion } from "../asked-version";
import { deliveryWorkbook, deliveryZip, folderOf } from "./delivery-files";

type Props = { params: Promise<{ programme: string; version: string; file: string }> };

const TYPES = {
  "werkboek.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "levering.zip": "application/zip",
} as const;

/** The workbook or the delivery folder of a version: of the frozen content alone, so the bytes never change. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  await authorize("export:read");
  const grant = await authorize("report:read");
  const { programme: code, version: id, file } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const delivery = await orNotFound(askedVersion(grant, programme.id, id));
  if (file !== "werkboek.xlsx" && file !== "levering.zip") notFound();
  const bytes = file === "levering.zip" ? await deliveryZip(delivery) : await deliveryWorkbook(delivery);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": TYPES[file],
      "Content-Disposition": `attachment; filename="${folderOf(delivery)}.${file === "levering.zip" ? "zip" : "xlsx"}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
